"""JSON as the user's own bytes: places in it (`positions`, `hops`), faults and mends (`repair`, `faults`), the API's words (`api_wording`).

Nothing here knows what a request means; the rules over JSON syntax are built on `examine` and `api_message`.
"""
