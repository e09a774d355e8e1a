#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Of a text in two forms nothing of its author's goes unread in silence, and
what programs put into one of them alone is no difference.

usage: forms.py COURTESY

Each mail is a plain text and the HTML beside it, as mail programs make them.
"""
import email.message
import json
import pathlib
import subprocess
import sys

import checks
from checks import tell

NOTE = "Hi Sam,\n\nthe room on the third floor is free on Monday. {}\n\n" \
    "Kind regards,\nAna\n"
PAGE = "<p>Hi Sam,</p><p>the room on the third floor is free on Monday. {}" \
    "</p><p>Kind regards,<br>Ana</p>"

# ---- What one program makes of the other form

ALIKE = {
    "Outlook: addresses of links in brackets, spaced paragraphs": (
        "Hi Sam,\r\n\r\n \r\n\r\nthe plan<https://acme.example/plan?id=7&x=1> "
        "is new, and so is the list<mailto:list@acme.example>.\r\n\r\n \r\n"
        "\r\nKind regards,\r\n\r\nAna\r\n",
        "<div class=WordSection1><p class=MsoNormal>Hi Sam,<o:p></o:p></p>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>the "
        "<a href='https://acme.example/plan?id=7&amp;x=1'>plan</a> is new, "
        "and "
        "so is the <a href='mailto:list@acme.example'>list</a>.<o:p></o:p></p>"
        "<p class=MsoNormal>Kind regards,<o:p></o:p></p><p>Ana</p></div>"),
    "Outlook: a picture named by its file": (
        "Hi Sam,\n\nthis is what I "
        "see:\n\n[cid:image001.png@01DA2B3C.4D5E6F70]"
        "\n\nCan you see it, too?\n\nAna\n",
        "<p>Hi Sam,</p><p>this is what I see:</p><p><img width=300 "
        "src='cid:image001.png@01DA2B3C.4D5E6F70' alt='A table with a row for "
        "each of the rooms that we have'></p><p>Can you see it, too?</p>"
        "<p>Ana</p>"),
    "Outlook: an original below a line": (
        "Yes, gladly.\n\nAna\n\n________________________________\nFrom: Sam "
        "Park <sam@acme.example>\nSent: Monday, May 4, 2026 9:12 AM\nTo: Ana "
        "Lima <ana@acme.example>\nSubject: Lunch\n\nShall we eat in the "
        "garden "
        "today?\n",
        "<div>Yes, gladly.</div><div><br></div><div>Ana</div><hr "
        "tabindex='-1' "
        "style='display:inline-block;width:98%'><div id='divRplyFwdMsg' "
        "dir='ltr'><font face='Calibri'><b>From:</b> Sam Park "
        "&lt;sam@acme.example&gt;<br><b>Sent:</b> Monday, May 4, 2026 9:12 AM"
        "<br><b>To:</b> Ana Lima &lt;ana@acme.example&gt;<br><b>Subject:</b> "
        "Lunch</font></div><div>Shall we eat in the garden today?</div>"),
    "Outlook on the web: a label above, in HTML only": (
        "Hi Sam,\n\nthe room is free on Monday.\n\nAna\n",
        "<p style='font-family:Arial;font-size:7pt;color:#0078D7;margin:5pt' "
        "align='Left'>Internal</p><br><div>Hi Sam,<br><br>the room is free on "
        "Monday.<br><br>Ana</div>"),
    "Gmail: stars for bold, [image: …], wrapped lines": (
        "Hi Sam,\n\nthe *new plan* is on the share, and each of you finds the "
        "own name in\nthe second row of it.\n\n[image: plan.png]\n\n   - "
        "bring a chair\n   - bring a cup\n\nAna\n",
        "<div dir='ltr'>Hi Sam,<div><br></div><div>the <b>new plan</b> is on "
        "the share, and each of you finds the own name in the second row of "
        "it."
        "</div><div><br></div><div><img src='cid:ii_abc' alt='plan.png' "
        "width='300'></div><div><ul><li>bring a chair</li><li>bring a cup</li>"
        "</ul></div><div>Ana</div></div>"),
    "Gmail: a quote that plain text wraps anew": (
        "Thanks, that helps a lot.\n\nOn Mon, May 4, 2026 at 9:12 AM Sam Park "
        "<sam@acme.example> wrote:\n\n> the keys lie in the drawer of the "
        "desk "
        "next to the window, on the left\n> side\n>\n",
        "<div dir='ltr'>Thanks, that helps a lot.</div><br><div "
        "class='gmail_quote'><div dir='ltr' class='gmail_attr'>On Mon, May 4, "
        "2026 at 9:12 AM Sam Park &lt;<a href='mailto:sam@acme.example'>"
        "sam@acme.example</a>&gt; wrote:<br></div><blockquote "
        "class='gmail_quote' style='margin:0 0 0 .8ex'>the keys lie in the "
        "drawer of the desk next to the window, on the left side</blockquote>"
        "</div>"),
    "Gmail: a quote in HTML only": (
        "Thanks, that helps a lot, and the others are glad to hear it as "
        "well, "
        "so we meet at nine.\n\nAna\n",
        "<div dir='ltr'>Thanks, that helps a lot, and the others are glad to "
        "hear it as well, so we meet at nine.<br><br>Ana</div><br><div "
        "class='gmail_quote'><div class='gmail_attr'>On Mon, May 4, 2026 at "
        "9:12 AM Sam Park &lt;sam@acme.example&gt; "
        "wrote:<br></div><blockquote "
        "class='gmail_quote'>the keys lie in the drawer of the desk next to "
        "the window</blockquote></div>"),
    "Apple Mail: curly marks, a list with bullets, a picture between": (
        "Hi Sam,\n\nIt\u2019s all there:\n\n\u2022 two tables\n\u2022 nine "
        "chairs\n\n\ufffc\n\nSee you then.\n\nAna\n",
        "<html><body style='overflow-wrap: break-word;'>Hi Sam,<div><br></div>"
        "<div>It&rsquo;s all there:</div><div><br></div><div><ul "
        "class='MailOutline'><li>two tables</li><li>nine chairs</li></ul><div>"
        "<img apple-inline='yes' src='cid:1'></div></div><div>See you then."
        "</div><div><br></div><div>Ana</div></body></html>"),
    "Apple Mail: a phone's line below": (
        "On my way\n\nSent from my iPhone\n",
        "<html><body dir='auto'>On my way<br><br><div dir='ltr'>Sent from my "
        "iPhone</div></body></html>"),
    "Thunderbird: flowed lines, marks for bold and slanted words": (
        "Hi Sam,\n\nthe /second/ table of the _report_ is *wrong*, and I have "
        "\nnot found out why so far.\n\n-- \nAna Lima\nAcme Ltd.\n",
        "<p>Hi Sam,</p><p>the <i>second</i> table of the <u>report</u> is "
        "<b>wrong</b>, and I have not found out why so far.</p><pre "
        "class='moz-signature' cols='72'>-- \nAna Lima\nAcme Ltd.</pre>"),
    "Thunderbird: a table": (
        "Hi Sam,\n\nRoom\tDay\tWho\nGarden\tMonday\tthe people from the "
        "kitchen\nAttic\tFriday\teverybody else\n\nAna\n",
        "<p>Hi Sam,</p><table><tr><td>Room</td><td>Day</td><td>Who</td></tr>"
        "<tr><td>Garden</td><td>Monday</td><td>the people from the kitchen"
        "</td></tr><tr><td>Attic</td><td>Friday</td><td>everybody else</td>"
        "</tr></table><p>Ana</p>"),
    "a newsletter: hidden words on top, a pixel, pictures with names": (
        "This month: a new kitchen, and a walk along the river.\n\nNEWS OF MAY"
        "\n\nThe kitchen opens on Monday, with soup for all of us.\n\n"
        "Read more ( https://acme.example/kitchen )\n\n"
        "Unsubscribe: https://acme.example/u/1\n",
        "<div style='display:none;max-height:0'>Soup for all, and who knows "
        "what else there will be &zwnj;&nbsp;&zwnj;&nbsp;</div><img "
        "src='https://acme.example/p.gif' width=1 height=1 alt=''><h1>News of "
        "May</h1><img src='k.png' alt='People who stand around a large pot of "
        "soup'><p>The kitchen opens on Monday, with soup for all of us.</p><p>"
        "<a href='https://acme.example/kitchen'>Read more</a></p><p><a "
        "href='https://acme.example/u/1'>Unsubscribe</a></p>"),
    "a newsletter: a link to see it in a browser, in HTML only": (
        "The kitchen opens on Monday, with soup for all of us. Bring a spoon "
        "and a friend, there is room for two hundred people.\n",
        "<p><a href='https://acme.example/v/1'>View this email in your browser"
        "</a></p><p>The kitchen opens on Monday, with soup for all of us. "
        "Bring "
        "a spoon and a friend, there is room for two hundred people.</p>"),
    "a newsletter: how to leave the list, in HTML only": (
        "The kitchen opens on Monday, with soup for all of us. Bring a spoon "
        "and a friend, there is room for two hundred people.\n",
        "<p>The kitchen opens on Monday, with soup for all of us. Bring a "
        "spoon "
        "and a friend, there is room for two hundred people.</p><p>To "
        "unsubscribe from this list, <a href='https://acme.example/u/1'>click "
        "here</a>.</p><p>Acme Ltd., 12 Mill Lane, Springfield</p>"),
    "a ticket system: a line to reply above, a footer": (
        "##- Please type your reply above this line -##\n\nSam Park wrote:\n\n"
        "Your chair is repaired and stands in room 12 again.\n\nTicket: "
        "https://acme.example/t/77\n",
        "<div style='color:#b5b5b5'>##- Please type your reply above this "
        "line "
        "-##</div><p>Sam Park wrote:</p><p>Your chair is repaired and "
        "stands in "
        "room 12 again.</p><p>Ticket: <a href='https://acme.example/t/77'>#77"
        "</a></p>"),
    "lynx: numbered links, their addresses below": (
        "   Hi Sam,\n\n   the [1]plan and the [2]list of rooms are new.\n\n"
        "References\n\n   1. https://acme.example/plan\n   2. "
        "https://acme.example/rooms\n",
        "<p>Hi Sam,</p><p>the <a href='https://acme.example/plan'>plan</a> "
        "and "
        "the <a href='https://acme.example/rooms'>list of rooms</a> are new."
        "</p>"),
    "html2text: links, headings and lists as in Markdown": (
        "# Monday\n\nThe [plan of the week](https://acme.example/plan) is "
        "new, "
        "**please** read it before nine.\n\n  * bring a cup\n  * bring a chair"
        "\n\n![](https://acme.example/logo.png)\n",
        "<h1>Monday</h1><p>The <a href='https://acme.example/plan'>plan of "
        "the "
        "week</a> is new, <b>please</b> read it before "
        "nine.</p><ul><li>bring a "
        "cup</li><li>bring a chair</li></ul><img "
        "src='https://acme.example/logo.png'>"),
    "a gateway's notice in HTML only": (
        NOTE.format("Shall I book it for us?"),
        PAGE.format("Shall I book it for us?") +
        "<p><small>This e-mail and any attachments are confidential and may "
        "be "
        "privileged. If you are not the intended recipient, please notify the "
        "sender and delete it.</small></p>"),
    "a gateway's banner in HTML only": (
        NOTE.format("Shall I book it for us?"),
        "<table><tr><td>CAUTION: This email originated from outside of the "
        "organization. Do not click links or open attachments unless you "
        "recognize the sender.</td></tr></table>" +
        PAGE.format("Shall I book it for us?")),
    "a signature with a picture and more lines in HTML": (
        NOTE.format("Shall I book it for us?") + "\n-- \nAna Lima\n",
        PAGE.format("Shall I book it for us?") +
        "<div class='gmail_signature'><b>Ana Lima</b><br>Head of Rooms and "
        "Gardens<br>+1 555 0100<br>We make the most of every room<br><img "
        "src='logo.png' alt='Acme, where the rooms are'></div>"),
    "another script: the same words": (
        "Привет, план "
        "готов.\n\n明日は午"
        "後三時です。\n",
        "<p>Привет, <b>пла"
        "н</b> готов.</p><p>明日"
        "は午後三時です。</p>"),
    "one word put another way": (
        NOTE.format("Shall I book it for us at 10:00 on the first day?"),
        PAGE.format("Shall I book it for us at 10 a.m. on the first day?")),
    "umlauts and dashes of two kinds": (
        NOTE.format("Die Straße ist frei - für uns alle!"),
        PAGE.format("Die Stra&szlig;e ist frei &ndash; f&uuml;r uns alle!")),
    "a smiley that one form draws": (
        NOTE.format("See you there :-) and bring a cup, please."),
        PAGE.format("See you there <img src='cid:s' alt='smile'> and bring a "
                    "cup, please.")),
    "a forge: how to answer, below a dash": (
        "Tom Park left a comment (acme/rooms#12)\n\nThis looks fine to me, "
        "thanks for the patch!\n\n-- \nReply to this email directly or "
        "view it on the site:\nhttps://acme.example/rooms/12#c1\nYou are "
        "receiving this because you were mentioned.\n\nMessage ID: "
        "<acme/rooms/12@acme.example>",
        "<div class='c'><strong>TomPark</strong> left a comment <a "
        "href='https://acme.example/rooms/12'>(acme/rooms#12)</a></div><p "
        "dir='auto'>This looks fine to me, thanks for the patch!</p><p "
        "style='font-size:small;color:#666'>&mdash;<br />Reply to this "
        "email directly, <a href='x'>view it on the site</a>, or <a "
        "href='y'>unsubscribe</a>.<br />You are receiving this because you "
        "were mentioned.<img src='p' height=1 width=1 alt='' /><span "
        "style='color: transparent; font-size: 0; display: none; "
        "visibility: hidden'>Message ID: "
        "<span>&lt;acme/rooms/12@acme.example&gt;</span></span></p>"),
    "a calendar: an invitation with its buttons": (
        "You have been invited to the following event.\n\nTitle: Soup for "
        "all\nWhen: Monday May 4, 2026 12:00 - 13:00\nWhere: kitchen\n"
        "Calendar: sam@acme.example\nWho:\n    * Ana Lima - organizer\n    "
        "* Sam Park\n\nEvent details: https://cal.acme.example/e/1\n\n"
        "Invitation from the calendar: https://cal.acme.example/\n\nYou "
        "are receiving this courtesy email at the account sam@acme.example "
        "because you are an attendee of this event.\n",
        "<div><p>You have been invited to the following event.</p><h3>Soup "
        "for all</h3><table><tr><td><i>When</i></td><td>Monday May 4, 2026 "
        "12:00 &ndash; 13:00</td></tr><tr><td><i>Where</i></td><td>kitchen "
        "(<a href='m'>map</a>)</td></tr><tr><td>Who</td><td>&bull; Ana "
        "Lima - organizer<br>&bull; Sam Park</td></tr></table><p>Going? "
        "<b><a href='y'>Yes</a> - <a href='m'>Maybe</a> - <a "
        "href='n'>No</a></b> <a href='o'>more options "
        "&raquo;</a></p><p>Invitation from <a "
        "href='https://cal.acme.example/'>the calendar</a></p><p>You are "
        "receiving this courtesy email at the account sam@acme.example "
        "because you are an attendee of this event.</p></div>"),
    "Notes: the header of an original in columns": (
        "Hi Sam,\n\nthe list is on the share now.\n\nAna\n\n\n\nFrom:   "
        "Sam Park/Sales/Acme\nTo:     Ana Lima/Rooms/Acme@Acme\nDate:   "
        "04.05.2026 09:12\nSubject:        List\n\n\n\nWhere do I find the "
        "list of the rooms?\n",
        "<font size=2 face='sans-serif'>Hi Sam,</font><br><br><font "
        "size=2>the list is on the share now.</font><br><br><font "
        "size=2>Ana</font><br><br><br><font size=1 color=#5f5f5f>From: "
        "&nbsp; &nbsp;</font><font size=1>Sam "
        "Park/Sales/Acme</font><br><font size=1>To: &nbsp;</font><font "
        "size=1>Ana Lima/Rooms/Acme@Acme</font><br><font size=1>Date: "
        "</font><font size=1>04.05.2026 09:12</font><br><font "
        "size=1>Subject: </font><font size=1>List</font><br><hr "
        "noshade><br><tt><font size=2>Where do I find the list of the "
        "rooms?</font></tt>"),
    "a newsletter: a hidden line, an address, preferences": (
        "View this email in your browser (https://acme.example/v?e=1)\n\n"
        "** Soup of the week\n"
        "------------------------------------------------------------\n\n"
        "On Monday we start with a soup of peas. Come and taste it.\n\n"
        "Recipe (https://acme.example/peas)\n\n"
        "============================================================\n"
        "Copyright \xa9 2026 Acme, All rights reserved.\nYou get this mail "
        "because you asked for the menu.\n\nOur mailing address is:\nAcme\n"
        "12 Mill Lane\n\nWant to change how you receive these emails?\nYou "
        "can ** update your preferences (https://acme.example/p)\nor ** "
        "unsubscribe from this list (https://acme.example/u).\n",
        "<span class='mcnPreviewText' style='display:none; font-size:0px; "
        "line-height:0px; max-height:0px; max-width:0px; opacity:0; "
        "overflow:hidden; visibility:hidden; "
        "mso-hide:all;'>Peas!</span><table><tr><td><a "
        "href='https://acme.example/v?e=1'>View this email in your "
        "browser</a></td></tr></table><h1>Soup of the week</h1><p>On "
        "Monday we start with a soup of peas. Come and taste it.</p><a "
        "class='mcnButton' "
        "href='https://acme.example/peas'>Recipe</a><p><em>Copyright "
        "&copy; 2026 Acme, All rights reserved.</em><br>You get this mail "
        "because you asked for the menu.<br><br><strong>Our mailing "
        "address is:</strong><br>Acme<br>12 Mill Lane<br><br>Want to "
        "change how you receive these emails?<br>You can <a "
        "href='p'>update your preferences</a> or <a href='u'>unsubscribe "
        "from this list</a>.</p>"),
    "Yahoo: an original below": (
        "Hi Sam,\nthe keys are in the drawer.\nAna\n\n    On Monday, May "
        "4, 2026 at 09:12:00 AM GMT+2, Sam Park <sam@acme.example> "
        "wrote:  \n \n Where are the keys of the garden room?\nSam  ",
        "<div class='ydp1'><div>Hi Sam,</div><div>the keys are in the "
        "drawer.</div><div>Ana</div></div><div id='yahoo_quoted_1' "
        "class='yahoo_quoted'><div>On Monday, May 4, 2026 at 09:12:00 AM "
        "GMT+2, Sam Park &lt;sam@acme.example&gt; "
        "wrote:</div><div><br></div><div>Where are the keys of the garden "
        "room?<br>Sam</div></div>"),
    "a tracker: what was changed, in a table": (
        "[ https://jira.acme.example/browse/R-12?page=x ]\n\nAna Lima "
        "updated R-12:\n---------------------\n    Description: \nThe door "
        "of the garden room does not close.\n\n  was:The door does not "
        "close\n\n> Door of the garden room\n> -----------------------\n>\n"
        ">                 Key: R-12\n\n--\nThis message was sent by the "
        "tracker\n(v9.4)\n",
        "<table><tr><td><a href='p'>Ana Lima</a> <strong>updated</strong> "
        "an issue</td></tr><tr><td><a "
        "href='https://jira.acme.example/browse/R-12'>R-12</a> Door of the "
        "garden room</td></tr><tr><th>Change By:</th><td>Ana "
        "Lima</td></tr><tr><td>The door of the garden room does not "
        "close.</td></tr><tr><td><a href='c' title='Add Comment'>Add "
        "Comment</a></td></tr></table><small>This message was sent by the "
        "tracker <span>(v9.4)</span></small>"),
    "numbers beside the words, addresses below": (
        "Soup for all[1], and bread[2] on top of it, as long as there is "
        "any.\n\n[1] https://acme.example/soup\n[2] "
        "https://acme.example/bread\n",
        "<p><a href=s>Soup for all</a>, and <a href=b>bread</a> on top of "
        "it, as long as there is any.</p>"),
}

# ---- A sentence of the author's stands in HTML only

MORE = {
    "a sentence between others": (
        NOTE.format("Shall I book it?"),
        PAGE.format("You never listen to a word anybody says. Shall I book "
                    "it?"),
        "You never listen"),
    "a sentence of usual words that the other form has, too": (
        NOTE.format("You are free to book it. Nobody likes an empty room, and "
                    "I am here until nine."),
        PAGE.format("You are free to book it. Nobody likes an empty room, and "
                    "I am here until nine. Nobody likes you, and you are here "
                    "again."),
        "Nobody likes you"),
    "a short one": (
        NOTE.format("Shall I book it?"),
        PAGE.format("Shall I book it? You are an idiot."),
        "You are an idiot"),
    "a paragraph below the name": (
        NOTE.format("Shall I book it?"),
        PAGE.format("Shall I book it?") + "<p>PS: some of you simply cannot "
        "be bothered to read what I write.</p>",
        "PS: some"),
    "a paragraph on top": (
        NOTE.format("Shall I book it?"),
        "<p>I have told you this ten times by now.</p>" +
        PAGE.format("Shall I book it?"),
        "I have told"),
    "an item of a list": (
        "What is to do:\n\n- count the chairs\n- open the windows\n",
        "<p>What is to do:</p><ul><li>count the chairs</li><li>think before "
        "you "
        "ask me again</li><li>open the windows</li></ul>",
        "think before"),
    "a sentence that is a link": (
        NOTE.format("Shall I book it?"),
        PAGE.format("Shall I book it? <a href='https://acme.example/r'>Even "
        "you "
                    "can read this page</a>, I hope."),
        "Even you"),
    "Outlook: a paragraph in red": (
        "Hi Sam,\r\n\r\nI sent the list on Friday.\r\n\r\nAna\r\n",
        "<p class=MsoNormal>Hi Sam,</p><p class=MsoNormal>I sent the list "
        "on Friday.<o:p></o:p></p><p class=MsoNormal><span "
        "style='color:red'>Learn to read your "
        "mail.<o:p></o:p></span></p><p class=MsoNormal>Ana</p>",
        "Learn to read"),
    "another language": (
        "Hi Sam,\n\nthe room on the third floor is free on Monday. Ich "
        "komme um neun.\n\nKind regards,\nAna\n",
        "<p>Hi Sam,</p><p>the room on the third floor is free on Monday. "
        "Ich komme um neun. Du hast es wieder nicht gelesen, wie "
        "immer.</p><p>Kind regards,<br>Ana</p>",
        "Du hast"),
    "another script": (
        "Hi Sam,\n\nthe room on the third floor is free on Monday. "
        "План готов.\n\nKind "
        "regards,\nAna\n",
        "<p>Hi Sam,</p><p>the room on the third floor is free on Monday. "
        "План готов. "
        "Ты опять "
        "ничего не "
        "читал, как "
        "всегда.</p><p>Kind "
        "regards,<br>Ana</p>",
        "Ты опять"),
    "a script without capitals and blanks": (
        "明日は午後三時に庭で会いましょう。よろしくお願いします。\n",
        "<p>明日は午後三時に庭で会いましょう。あなたはいつも人の話を聞かない。よろしくお願いします。</p>",
        "あなたは"),
    "in the middle of a sentence": (
        "Hi Sam,\n\nthe room on the third floor is free on Monday. I book "
        "it for us, and for the others.\n\nKind regards,\nAna\n",
        "<p>Hi Sam,</p><p>the room on the third floor is free on Monday. I "
        "book it for us, since you never do what you promise, and for the "
        "others.</p><p>Kind regards,<br>Ana</p>",
        "since you"),
}

# ---- Each has one: the HTML is linted, and the plain text is pointed at

BOTH = {
    "each form has one of its own": (
        NOTE.format("Thank you for the good work of the last weeks."),
        PAGE.format("That was the worst work that I have seen."),
        "Thank you for"),
    "answers in a colour, and a sentence that only the plain text has": (
        "My answers are below in red.\n\nNobody ever told me what this room "
        "is for.\n\n-----Original Message-----\nFrom: Sam Park\n\n"
        "Is the room free?\nIt is.\n",
        "<p>My answers are below in red.</p>"
        "<div>-----Original Message-----<br>From: Sam Park</div>"
        "<p>Is the room free?<br><span style='color:red'>It is.</span></p>",
        "Nobody ever"),
    "the plain text is another text": (
        "The plan has changed, the old seats are no longer there. Each of you "
        "finds the new one on the list at the door, two rows below.\n",
        "<p>You have not read the plan, as always, and so we wait for you "
        "once "
        "more until somebody tells you where you sit.</p>",
        "The plan has"),
}


def mail_of(plain, html, encoding="quoted-printable"):
    mail = email.message.EmailMessage()
    mail["From"] = "Ana Lima <ana@acme.example>"
    mail["To"] = "Sam Park <sam@acme.example>"
    mail["Subject"] = "Rooms on Monday"
    mail.set_content(plain, cte=encoding)
    mail.add_alternative(html, subtype="html", cte=encoding)
    return mail.as_bytes()


def read(courtesy, mail):
    run = subprocess.run(
        [courtesy, "check", "--input", "mail", "--format", "ndjson", "-"],
        input=mail, capture_output=True, check=False)
    return json.loads(run.stdout)


def differences(courtesy, mail):
    return [error for error in read(courtesy, mail)["errors"]
            if error["code"] == "forms-differ"]


def test_alike(courtesy):
    for name, (plain, html) in ALIKE.items():
        told = differences(courtesy, mail_of(plain, html))
        tell(told == [], f"no difference: {name} {told}")


def test_more(courtesy):
    for name, (plain, html, sentence) in (MORE | BOTH).items():
        mail = mail_of(plain, html, "8bit")
        told = differences(courtesy, mail)
        tell(len(told) == 1, f"a difference: {name}")
        if told:
            there = mail[told[0]["offset"]:].decode()
            tell(there.startswith(sentence),
                 f"and where it stands: {name}: {there[:40]!r}")


def main():
    courtesy = str(pathlib.Path(sys.argv[1]).resolve())
    test_alike(courtesy)
    test_more(courtesy)
    sys.exit(checks.status())


if __name__ == "__main__":
    main()
