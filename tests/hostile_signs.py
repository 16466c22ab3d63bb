"""What the hostile texts are made of. Every attack that means to be seen carries `MARK`, as a word, or `NUMBER`.

None of it is a sign that decent text needs: no emoji is joined here and no Persian is spelt.
"""

import base64

MARK = "Zqxforged"
NUMBER = 61397
CANARY = "zqx-canary"
"""The file that an attack on a shell or on a path would make."""

SECRET = base64.b64encode(MARK.encode()).decode()
_TOUCH = f"touch {CANARY}"
_TAGS = "".join(chr(0xE0000 + ord(sign)) for sign in MARK)

# fmt: off
CSI = (  # colour, erase, move, scroll, report, print, modes, the size of the window, a broken or aborted one
    "2J", "3J", "K", "5;6;8m", "38;5;61m", f"{NUMBER};{NUMBER}H", f"{NUMBER}A", "6n", "c", ">c", "?1049l", "?47h",
    f"?{NUMBER}h", "21t", "8;1;1t", "5i", "4i", "!p", "1;2r", f"{NUMBER}X", "20h", f"?{NUMBER}$p", f">{NUMBER}u", "2 q",
    f"{NUMBER}b", "200~", "201~", "\x18m", "3\n1m", "\x1b[1m", "1" * 300,
)
OSC = (  # title, palette, folder, link, notice, colours, pointer, font, clipboard, prompt, variables
    f"0;{MARK}", f"1;{MARK}", f"2;{MARK}", f"4;1;rgb:{NUMBER}", f"7;file://{MARK}/", f"8;;file:///{MARK}",
    f"8;id={NUMBER};https://{MARK}.example", f"9;{MARK}", f"10;#{MARK}", f"22;{MARK}", f"50;{MARK}", "104", "133;A",
    f"52;c;{SECRET}", f"52;p;{SECRET}", f"52;;{SECRET}", "52;c;?", "52;c;" + SECRET * 99, f"777;notify;{MARK};x",
    f"1337;SetUserVar={MARK}={SECRET}", f"1337;CopyToClipboard={MARK}", f"l{MARK}", f"L{MARK}", "",
)
STRING = (  # requests, graphics, what tmux passes through
    MARK, f"$q{NUMBER}", f"+q{NUMBER}", "q#0;2;0;0;0#0~~", f"tmux;\x1b\x1b]52;c;{SECRET}\x07", f"Ga=T,f=24;{SECRET}",
    f"1000p{MARK}", f"{NUMBER}|{MARK}", "",
)
ESCAPES = (  # reset, alignment test, character sets, saved cursors, title of screen, a lone ESC
    "c", "#8", "(0", ")0", "*B", "%G", "%@", "N", "O", "7", "8", "=", ">", "D", "M", "Z", f"k{MARK}\x1b\\", "", "\x1b",
)
INTRODUCERS = {"[": "\x9b", "]": "\x9d", "P": "\x90", "X": "\x98", "^": "\x9e", "_": "\x9f"}
TERMINATORS = ("\x07", "\x1b\\", "\x9c", "", "\n", "\x18", "\x1a", "\x1b")

PLAIN = {
    "control": (
        "\x07", "\x07" * 40, "safe\x08\x08\x08\x08evil", "\x0e", "\x0f", "\x00", "\x7f", "\x05", "\x11", "\x13", "\x18",
        "\x1a", "\x0b", "\x0c", "\x1c", "\x1f", *map(chr, range(0x80, 0xA0)),
    ),
    "newline": (
        f"\r{MARK}", f"\r\n{MARK}", "\x85", "\u2028", "\u2029", f"\n\n{MARK}\n", "\n\r", "\r\r\n", "%0d%0a", "\\n",
    ),
    "direction": (
        *"\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u061c", "\u202egpj.exe", "\u2067gpj.exe\u2069",
        "\u202dgpj.exe\u202c", "\u202e" * 20,
    ),
    "invisible": (
        "\u200b", "\u200c", "\u200d", "\u2060", "\u2063", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u3164", "\uffa0",
        "\u180e", "\ufe0e", "\ufff9x\ufffay\ufffb", "\U000e0001" + _TAGS, _TAGS, "\U000e0100",
        "a" + "\u0301\u0338" * 60,
    ),
    "surrogate": (
        "\ud800", "\udfff", "\udc9b", "\udc1b", "\udfff\ud800", "\ufffe", "\uffff", "\ufdd0", "\U0010ffff",
    ),
    "markup": (
        "[bold]", "[/bold]", "[/]", "[/x]", "[red on blue]", "[blink]", "[reverse", "[@click=app.quit]go[/]",
        "[@click=app.bell]go", "[@click=screen.dismiss]", f"[link=https://{MARK}.example]go[/link]", "[[", "\\[x]",
        "[$error]", "$primary", "[auto on $error 50%]", ":pile_of_poo:", "[not a style]", "[123]", "[PDF]", "[at]",
        f"<script>{MARK}</script>", f"<img src=x onerror={MARK}>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
        "&#27;[31m", "&#x9b;2J", "\\x1b[31m", "\\u001b]0;x\\u0007", "\\033c", "^[[31m", "%1B%5B2J", "=1B[2J",
        "{{ 7 * 7 }}", "${7*7}", "<%= 7 * 7 %>", "{% include '/etc/passwd' %}",
    ),
    "format": (
        "%s", "%n%n%n", "%(title)s", "{}", "{0}", "{title}", "{release.__class__.__mro__}", "{0!r:>99999}", "%99999d",
        "{", "}", "$title",
    ),
    "formula": (
        "=1+1", f'=HYPERLINK("https://{MARK}.example")', f"=cmd|' /C {MARK}'!A0", "+1+1", "-2+3", "@SUM(1+1)", "\t=1+1",
        "\r=1+1", '"=1+1"', "';=1+1", "＝1+1",
    ),
    "record": (  # vCard, BibTeX, RIS, JSON, wiki, RTF, Markdown, YAML, CSV, mail
        f"\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:{MARK}\r\n", f"\nTEL:{NUMBER}", f"x;y,z\\nEMAIL:{MARK}",
        f"}}, url = {{https://{MARK}.example}}, note = {{", f"}}}} @misc{{{MARK}, title={{x}}}}",
        "\\input{/etc/passwd}", f"\r\nER  - \r\n\r\nTY  - CHAP\r\nTI  - {MARK}\r\n", f'"}}, {{"id": "{MARK}"',
        f"}}}}{{{{{MARK}|x=", f"|title={MARK}", f"<ref>{MARK}</ref>", "\\u27?\\'1b", f"[x](javascript:{MARK})",
        f"}}{{\\field{{\\*\\fldinst HYPERLINK {MARK}}}}}{{", f"![x](https://{MARK}.example/x.png)",
        f'!!python/object/apply:os.system ["{_TOUCH}"]', f'",{MARK},"', f"\r\nBcc: {MARK}@forged.example",
        "---\ntitle: !!python/name:os.system\n---", f"%0D%0ATEL:{NUMBER}",
    ),
    "path": (
        f"../../{CANARY}", f"/tmp/{CANARY}", "/etc/passwd", "~/.ssh/id_rsa", "file:///etc/passwd", "..", ".",
        "C:\\x\\y", "\\\\host\\x", "CON", "a" * 300, "-rf", "--help", "-",
    ),
    "shell": (
        f"$({_TOUCH})", f"`{_TOUCH}`", f"; {_TOUCH};", f"| {_TOUCH}", f"&& {_TOUCH}", f"\n{_TOUCH}\n",
        f"' ; {_TOUCH} ; '", f'" ; {_TOUCH} ; "', f"$IFS$({_TOUCH})", "!!", "~root", "*", f"\x1b[201~\r{_TOUCH}\r",
    ),
    "query": (
        "' OR 1=1 --", "'; DROP TABLE releases; --", "NEAR(", '"', "*", "^x", "a-b", "title:", "{title} : x", "AND",
        "OR OR", "NOT", "(((((", '"' * 99, "who:", "after:99999-99-99", "before:", "x* y*", "-", "+", "-" * 300,
        "a OR " * 200, "\\",
    ),
}

BROKEN_BYTES = (  # overlong, cut off, surrogates, eight-bit controls, another encoding's mark
    b"\xc0\x9b[2J", b"\xe0\x80\x9b[2J", b"\xc1\xbf", b"\xf0\x80\x80\x9b31m", b"\xc2", b"\xe2\x80", b"\xf0\x9f\x98",
    b"\x9b31m", b"\x9d0;" + MARK.encode() + b"\x9c", b"\x90q\x9c", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80",
    b"\xff\xfe",
)
# fmt: on
