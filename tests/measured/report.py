"""Prints how the measured cases fare: `python -m tests.measured.report [ID …]`."""

import sys

from tests.measured.cases import read_cases


def main() -> None:
    """Prints each case that is not ok, and the count."""
    wanted = set(sys.argv[1:])
    good = 0
    cases = [case for case in read_cases() if not wanted or case.id in wanted]
    for case in cases:
        said = case.verdict()
        good += said == "ok"
        if said != "ok" or wanted:
            print(f"{case.id}: {said}")
            if wanted:
                print("   ", case.request.body[:1500].decode())
                for one in case.check():
                    print("   ", one.severity, one.first, one.rule, one.where, one.pointer, one.api_error)
    print(f"{good} of {len(cases)} ok")


if __name__ == "__main__":
    main()
