# SPDX-License-Identifier: MIT
"""What a script of tests tells of each of them, and in the end."""
failures = 0


def tell(holds, what):
    global failures
    failures += not holds
    print(f"{'ok' if holds else 'not ok'} - {what}")


def status():
    """The exit status: whether anything did not hold."""
    return 1 if failures else 0
