"""Judges the signatures of a PDF with an independent tool, strictly.

    python check_with_pyhanko.py FILE CERTIFICATE...

The certificates (PEM or DER) are taken as roots. Prints one JSON line per signature and ends with
status 0 if every signature passes, 1 if one does not, 2 if the file has none. Needs pyHanko.
"""

import json
import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def certificate(path):
    with open(path, "rb") as handle:
        data = handle.read()
    if pem.detect(data):
        _, _, data = pem.unarmor(data)
    return x509.Certificate.load(data)


def main():
    logging.disable(logging.CRITICAL)
    roots = [certificate(path) for path in sys.argv[2:]]
    passed = []
    with open(sys.argv[1], "rb") as handle:
        for signature in PdfFileReader(handle, strict=True).embedded_signatures:
            # Judged at the time the signer claims, so that the outcome does not hang on today's date.
            context = ValidationContext(
                trust_roots=roots,
                allow_fetching=False,
                moment=signature.self_reported_timestamp,
            )
            status = validate_pdf_signature(signature, context)
            level = status.modification_level
            print(json.dumps({
                "field": signature.field_name,
                "intact": status.intact,
                "valid": status.valid,
                "trusted": status.trusted,
                "modification_level": level.name if level is not None else None,
                "docmdp_ok": status.docmdp_ok,
                "coverage": status.coverage.name,
                "bottom_line": status.bottom_line,
            }, ensure_ascii=False))
            passed.append(status.bottom_line)
    return 2 if not passed else 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
