"""The demo site has a page of every kind, so that none goes untested."""
from page_kinds import BESIDE, EXAMPLES, FIXED, page_kinds


def test_every_kind_is_there(site):
    assert page_kinds(site).keys() == FIXED.keys() | BESIDE.keys() | EXAMPLES.keys()
