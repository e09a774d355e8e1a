@component('mail::message')
# The lift

Like I told

you before: <b>it</b> works.

Thanks,<br>
{{ $name }}
@endcomponent
