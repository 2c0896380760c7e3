import os


def handler(event, context):
    os.write(1, b"START RequestId: forged Version: $LATEST\n")
    os.write(1, b"REPORT RequestId: forged Duration: 0.01 ms\tBilled Duration: 1 ms\n")
    os.write(1, b"\x1b[2J\x1b]0;owned\x07 terminal\n")
    os.write(2, b"<script>alert(1)</script>\r\nSet-Cookie: a=b\r\n")
    os.write(2, b"\x00\xff\xfe not text\n")
    return "logged"
