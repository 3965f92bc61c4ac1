"""Through whom words came, other names of those who speak, and what figures and requests are."""

import pytest

from tests.indexes.quotes.read import quotes, who

FLOOD = "banjir merendam 200 rumah"


@pytest.mark.parametrize(
    ("opening", "medium"),
    [
        ("Dilansir dari AFP", "AFP"),
        ("Dikutip Antara", "Antara"),
        ("Melansir Reuters", "Reuters"),
        ("Seperti dilansir Antara, Senin (5/8)", "Antara"),
        ("Dikutip dari laman resmi klub", "laman resmi klub"),
    ],
)
def test_a_sentence_that_came_through_a_medium_is_its_report(opening: str, medium: str) -> None:
    (quote,) = quotes(f"{opening}, {FLOOD}.")
    assert (quote.speaker.canonical, quote.text) == (medium, FLOOD)


def test_who_speaks_in_such_a_sentence_speaks_through_the_medium() -> None:
    (quote,) = quotes(f"Dilansir dari AFP, Rabu (7/8), polisi mengatakan {FLOOD}.")
    assert (quote.speaker.canonical, quote.text) == ("polisi", FLOOD)
    assert [each.canonical for each in quote.via] == ["AFP"]


def test_whom_a_medium_cites_behind_its_report_said_it() -> None:
    (quote,) = quotes(f"Xinhua melaporkan {FLOOD}, mengutip pemerintah setempat.")
    assert (quote.speaker.canonical, quote.text) == ("pemerintah setempat", FLOOD)
    assert [each.canonical for each in quote.via] == ["Xinhua"]


def test_a_hearer_may_stand_before_the_verb() -> None:
    (quote,) = quotes(f"Juru bicara Rina Sari kepada wartawan mengatakan {FLOOD}.")
    assert quote.addressee is not None
    assert quote.addressee.text == "wartawan"


@pytest.mark.parametrize(
    "subject",
    [
        "Raka Sanjaya alias Kebo",
        "Raka Sanjaya atau akrab disapa Kebo",
        "Raka Sanjaya atau yang kerap dipanggil Kebo",
    ],
)
def test_another_name_of_somebody_is_his(subject: str) -> None:
    text = f"{subject} mengatakan {FLOOD}. ”Airnya dingin,” kata Kebo."
    assert who(text) == ["Raka Sanjaya", "Raka Sanjaya"]


def test_a_name_that_he_is_called_by_later_is_his() -> None:
    text = (
        f"Raka Sanjaya menilai {FLOOD}. Pria yang akrab disapa Kebo itu datang. "
        "”Airnya dingin,” kata Kebo."
    )
    assert who(text) == ["Raka Sanjaya", "Raka Sanjaya"]


def test_what_somebody_is_called_is_no_part_of_what_he_says() -> None:
    quote = quotes(f"Rina Sari datang. Menurut Nana, sapaan akrabnya, {FLOOD}.")[-1]
    assert (quote.speaker.canonical, quote.text) == ("Rina Sari", FLOOD)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Survei itu menunjukkan 60 persen warga puas.", "60 persen warga puas"),
        ("Balai sungai mengimbau warga pesisir waspada.", "warga pesisir waspada"),
        ("Rina Sari mengisahkan bagaimana air datang.", "bagaimana air datang"),
        ("Rina Sari menuliskan: ”Terima kasih semuanya.”", "”Terima kasih semuanya.”"),
        (
            f"Pejabat AS yang berbicara dengan syarat anonim itu mengatakan {FLOOD}.",
            FLOOD,
        ),
    ],
)
def test_what_is_said_is_found(text: str, said: str) -> None:
    assert [quote.text for quote in quotes(text)] == [said]


def test_a_report_that_breaks_off_behind_a_comma_is_read() -> None:
    assert who("Menurut Rina,") == []
