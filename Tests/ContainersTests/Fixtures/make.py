"""Makes the fixtures of this folder; the same bytes on every run with the same library versions.

    python3 -m pip install openpyxl==3.1.5 XlsxWriter==3.3.1
    python3 make.py
"""

import datetime
import gzip
import io
import pathlib
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = pathlib.Path(__file__).parent
DAY = (2026, 1, 2, 3, 4, 6)
LIST = "Email,Name\nada@example.org,Ada\ngrace@example.net,\"Hopper, Grace\"\n"
CONNECTIONS = (
    'Notes:\n"When exporting your connection data, you may notice that some addresses are missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Orla,Quimbly,https://www.linkedin.com/in/test-orla-quimbly-x000,orla.quimbly@example.com,Acme GmbH,CTO,02 May 2024\n"
)
CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lovelace;Ada;;;\r\nFN:Ada Lovelace\r\nEMAIL:ada@example.org\r\nEND:VCARD\r\n"
OBJECTS = '{"email":"ada@example.org","age":36.50}\n{"email":"grace@example.net","tags":["navy"]}\n'


def packed(data, name=""):
    out = io.BytesIO()
    with gzip.GzipFile(name, "wb", 9, out, mtime=0) as file:
        file.write(data.encode() if isinstance(data, str) else data)
    return out.getvalue()


def archive(members, compression=zipfile.ZIP_DEFLATED, zip64=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, data, *mode in members:
            info = zipfile.ZipInfo(name, DAY)
            info.compress_type = compression
            info.create_system = 3
            info.external_attr = (mode[0] if mode else 0o100644) << 16
            data = data.encode() if isinstance(data, str) else data
            with file.open(info, "w", force_zip64=zip64) as member:
                member.write(data)
    return out.getvalue()


def locked(data):
    """Sets the flag for encryption in every header."""
    data = bytearray(data)
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def contacts():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "People"
    sheet.append(["Email", "Name", "Joined", "Seen", "Lunch", "Customer", "Score", "Member", "Note"])
    sheet.append([
        "ada@example.org", CellRichText("Ada ", TextBlock(InlineFont(b=True), "Lovelace")),
        datetime.date(2024, 2, 29), datetime.datetime(2024, 5, 12, 9, 15, 30), datetime.time(12, 30), 491511234567,
        1.5, True, "two\nlines, and a comma",
    ])
    # Row 3 is missing, and so are cells in row 4.
    sheet["A4"] = "grace@example.net"
    sheet["G4"] = 1e20
    sheet["H4"] = False
    sheet["I4"] = "#N/A"
    sheet["I4"].data_type = "e"
    sheet["C4"] = 45000
    sheet["C4"].number_format = '[$-407]dd". "mmm yyyy;@'
    sheet["D4"] = 1.75
    sheet["D4"].number_format = "[h]:mm"
    sheet["F4"] = 12
    sheet["F4"].number_format = '0.00 "days"'
    sheet["A9"].number_format = "yyyy"
    more = book.create_sheet("More")
    more.append(["Email"])
    more.append(["more@example.org"])
    book.create_sheet("Empty")
    secret = book.create_sheet("Secret")
    secret["B2"] = "secret@example.org"
    secret.sheet_state = "hidden"
    return book


def cover_sheet():
    """A page of words before the list, as reports have it."""
    book = openpyxl.Workbook()
    book.active.title = "Overview"
    book.active["B2"] = "Report of the autumn fair"
    sheet = book.create_sheet("People")
    sheet.append(["Email", "Name"])
    sheet.append(["ada@example.org", "Ada"])
    return book


def shared():
    """The texts stand in a table of their own, as Excel writes them; openpyxl writes them into the cells."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "use_future_functions": True})
    sheet = book.add_worksheet("Liste")
    sheet.write_row(0, 0, ["E-Mail", "Name", "Seit"])
    sheet.write_row(1, 0, ["ada@example.org"])
    sheet.write_rich_string(1, 1, "Ada ", book.add_format({"bold": True}), "Lovelace")
    sheet.write_datetime(1, 2, datetime.datetime(2024, 5, 12), book.add_format({"num_format": 14}))
    sheet.write_row(2, 0, ["grace@example.net", "Grace_x0041_", 5])
    sheet.write_formula(3, 0, '="joan"&"@example.com"', None, "joan@example.com")
    book.close()
    return rewritten(out)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return rewritten(out)


def rewritten(out):
    # Written anew, so that the bytes do not depend on the day.
    with zipfile.ZipFile(out) as file:
        parts = [(name, file.read(name)) for name in file.namelist() if not name.startswith("docProps/")]
    return archive(parts)


def by_hand(sheet, extra=()):
    """A workbook as others write it: prefixes, no references, an absolute target."""
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    one = '<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>'
    return archive([
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", rels % (one % ("rId1", "officeDocument", "/office/book.xml"))),
        ("office/_rels/book.xml.rels", rels % (one % ("rId7", "worksheet", "../sheets/./one.xml"))),
        ("office/book.xml", '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="1"/>'
            '<x:sheets><x:sheet name="One" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>'),
        ("sheets/one.xml", sheet), *extra,
    ])


SHEET = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>%s</x:sheetData></x:worksheet>'
ROW = ('<x:row><x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t xml:space="preserve"> b</x:t></x:r>'
    '<x:rPh sb="0" eb="1"><x:t>not this</x:t></x:rPh></x:is></x:c><x:c t="str"><x:f>"x"</x:f><x:v>x_x000D_y_x005F_z</x:v></x:c>'
    '<x:c><x:v>4.9151E+11</x:v></x:c><x:c t="d"><x:v>2024-05-12</x:v></x:c></x:row>')
DOCTYPE = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></w>'

people = saved(contacts())
old = contacts()
old.epoch = openpyxl.utils.datetime.MAC_EPOCH
def links():
    """Profiles that stand behind their cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [
        ("Email", "Name", "Profile"), ("ada@example.org", "Ada", "Profile"),
        ("grace@example.net", "Grace", "https://example.net/grace"), ("joan@example.com", "Joan"),
    ]:
        sheet.append(row)
    sheet["A2"].hyperlink = "mailto:ada@example.org"
    sheet["C2"].hyperlink = "https://www.linkedin.com/in/test-ada"
    sheet["C3"].hyperlink = "https://example.net/grace"
    sheet["A4"].hyperlink = "https://www.linkedin.com/in/test-joan"
    sheet["A4"].value = "joan@example.com"
    sheet["B4"].hyperlink = "https://example.com/joan"
    sheet["B4"].value = "Joan"
    return book


nested = archive([("inner.csv", LIST)])

FILES = {
    "list.csv.gz": packed(LIST, "list.csv"),
    "two-members.csv.gz": packed(LIST) + packed("joan@example.com,Joan\n") + bytes(64),
    "cards.vcf.gz": packed(CARDS),
    "objects.jsonl.gz": packed(OBJECTS),
    "contacts.xlsx.gz": packed(people),
    "twice.gz": packed(packed(LIST)),
    "bomb.csv.gz": packed(bytes(24 << 20)),
    "linkedin-export.zip": archive([
        ("Basic_LinkedInDataExport_01-02-2026/Connections.csv", CONNECTIONS),
        ("Basic_LinkedInDataExport_01-02-2026/ImportedContacts.csv", "FirstName,LastName,Emails\nIlse,Mondrath,ilse@example.net\n"),
        ("Basic_LinkedInDataExport_01-02-2026/Profile.csv", "First Name,Last Name,Headline\nAnna,Example,Author\n"),
        ("Basic_LinkedInDataExport_01-02-2026/messages.csv", "FROM,TO,DATE,CONTENT\nAnna,Orla,2024-05-02,Hello\n"),
        ("__MACOSX/Basic_LinkedInDataExport_01-02-2026/._Connections.csv", b"\0\5\x16\7"),
        ("Basic_LinkedInDataExport_01-02-2026/.hidden.csv", "x\n"),
    ]),
    "linkedin-invitations.zip": archive([
        ("Invitations.csv", "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
            'Anna Example,Orla Quimbly,"4/9/24, 3:14 PM",,OUTGOING,,\n'),
        ("Relations.csv", CONNECTIONS),
    ]),
    "one-list.zip": archive([("folder/", "", 0o040755), ("folder/list.csv", LIST), ("README.txt", "Hello.\n")]),
    "newsletter.zip": archive([(f"{name}_members_export.csv", LIST) for name in ("cleaned", "subscribed", "unsubscribed")]),
    "umlauts.zip": archive([("Verteiler/Kontakte für Köln.csv", LIST), ("Verteiler/Prüfung.csv", LIST)]),
    "same-names.zip": archive([("a/list.csv", LIST), ("b/list.csv", LIST)]),
    "mixed.zip": archive([("book.xlsx", people), ("cards.vcf", CARDS), ("objects.jsonl", OBJECTS), ("list.csv", LIST)]),
    "stored.zip": archive([("list.csv", LIST)], zipfile.ZIP_STORED),
    "zip64.zip": archive([("list.csv", LIST)], zip64=True),
    "no-list.zip": archive([("picture.png", b"\x89PNG"), ("notes.md", "# Notes\n")]),
    "empty.zip": archive([]),
    "up.zip": archive([("list.csv", LIST), ("../list.csv", LIST)]),
    "up-inside.zip": archive([("a/../../list.csv", LIST)]),
    "absolute.zip": archive([("/etc/list.csv", LIST)]),
    "windows-up.zip": archive([("..\\list.csv", LIST)]),
    "drive.zip": archive([("C:\\list.csv", LIST)]),
    "windows-folder.zip": archive([("folder\\list.csv", LIST)]),
    "link.zip": archive([("list.csv", "/etc/passwd", 0o120777), ("other.csv", LIST)]),
    "locked.zip": locked(archive([("list.csv", LIST)])),
    "nested.zip": archive([("inner.zip", nested), ("notes.md", "x")]),
    "bomb.zip": archive([("list.csv", bytes(24 << 20))]),
    "contacts.xlsx": people,
    "shared.xlsx": shared(),
    "cover-sheet.xlsx": saved(cover_sheet()),
    "links.xlsx": saved(links()),
    "contacts-1904.xlsx": saved(old),
    "by-hand.xlsx": by_hand(SHEET % ROW),
    "doctype.xlsx": by_hand(DOCTYPE),
    "deep.xlsx": by_hand("<a>" * 200 + "</a>" * 200),
    "far-column.xlsx": by_hand(SHEET % '<x:row r="1"><x:c r="XFE1"><x:v>1</x:v></x:c></x:row>'),
    "backwards.xlsx": by_hand(SHEET % '<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row><x:row r="1"/>'),
    "no-xml.xlsx": by_hand("this is no XML"),
    "long-tag.xlsx": by_hand("<a b='" + "x" * (6 << 20) + "'/>"),
    "bad-text.xlsx": by_hand(SHEET % '<x:row><x:c t="s"><x:v>99</x:v></x:c></x:row>'),
    "binary.xlsb": archive([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", b"\x83\1")]),
    "open-document.ods": archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]),
}

for name, data in FILES.items():
    (HERE / name).write_bytes(data)
