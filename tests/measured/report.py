"""Prints how the measured cases fare: `python -m tests.measured.report [ID …]`."""

import sys

from tests.measured.cases import Case, read_cases


def verdict(case: Case) -> str:
    """ok, or what is wrong in a word."""
    findings = case.check()
    errors = [one for one in findings if one.severity == "error"]
    if case.accepted:
        return "ok" if not errors else f"FALSE ALARM {errors[0].rule}: {errors[0].api_error.message or errors[0].cause}"
    if not errors:
        warned = [one.rule for one in findings]
        return f"MISSED {warned if warned else ''} → {case.message or case.parts}"
    first = next((one for one in findings if one.first), errors[0])
    if case.message is not None and first.api_error.message != case.message:
        return f"OTHER WORDS {first.rule}: {first.api_error.message!r} ≠ {case.message!r}"
    said = first.api_error.message or ""
    if case.parts and not all(part in said for part in case.parts):
        return f"part {first.rule}: {first.api_error.message!r} lacks {case.parts}"
    if case.status is not None and first.api_error.status not in (case.status, None):
        return f"STATUS {first.rule}: {first.api_error.status} ≠ {case.status}"
    return "ok"


def main() -> None:
    """Prints each case that is not ok, and the count."""
    wanted = set(sys.argv[1:])
    good = 0
    cases = [case for case in read_cases() if not wanted or case.id in wanted]
    for case in cases:
        said = verdict(case)
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
