"""What the bot can show besides answers: the articles it has, and where quotes came from."""

from typing import TYPE_CHECKING

from bot.buttons import PAGE as TURN
from bot.buttons import PICK, Button, Rows, turns
from bot.memory import Given, Place
from bot.reply import Block, Quote, Reply, Tone, Words, described
from bot.verifying import State, check
from indexes.article import Article, text_name
from prompts import say

if TYPE_CHECKING:
    from indexes.index import Index

PAGE = 8  # articles
LABEL = 60  # characters of a title on a button; the whole title stands above
NAMED = 40  # characters of an article's id that a button can carry, else a name made of it


def list_articles(index: "Index", page: int, language: str, picked: str | None = None) -> Reply:
    """One page of the articles to pick from; a page that is not there becomes the nearest one."""
    total = index.manifest.counts["articles"]
    if not total:
        return Reply.words(say("empty_index", language))
    pages = -(-total // PAGE)
    page = min(max(page, 1), pages)
    skip = (page - 1) * PAGE
    articles = list(index.catalog.articles(skip=skip, limit=PAGE))
    lines = [f"{number}. {described(a)}" for number, a in enumerate(articles, start=skip + 1)]
    turned = say("articles_more", language, page=page, pages=pages, next=page % pages + 1)
    more = [Words(turned)] if pages > 1 else []
    head = Words(say("articles", language, number=total), Tone.HEADING)
    numbered = enumerate(articles, start=skip + 1)
    picks = tuple((_pick(article, number, page, picked),) for number, article in numbered)
    label = _marked(say("button_all", language), picked is None)
    every = (Button(label, press=f"{PICK}:{page}:"),)
    blocks = (head, Words("\n".join(lines)), *more)
    return Reply(blocks, rows=(*picks, *turns(page, pages, f"{TURN}:"), every))


def every_article(language: str) -> Rows:
    """A button to ask all articles again."""
    return ((Button(say("button_all", language), press=f"{PICK}:0:"),),)


def picks(articles: tuple[Article, ...]) -> Rows:
    """A button for each article, to ask about it alone."""
    return tuple((_pick(article, number, 0, None),) for number, article in enumerate(articles, 1))


def article_named(index: "Index", name: str) -> str | None:
    """The id of the article that a button names, if it is still there."""
    ids = index.catalog.hashes().values()
    return next((each for each in ids if name == button_name(each)), None)


def button_name(article_id: str) -> str:
    """A name of an article that fits a button."""
    return article_id if len(article_id) <= NAMED else f".{text_name(article_id)}"


def _pick(article: Article, number: int, page: int, picked: str | None) -> Button:
    title = article.title if len(article.title) <= LABEL else f"{article.title[:LABEL].rstrip()}…"
    label = _marked(f"{number}. {title}", article.id == picked)
    return Button(label, press=f"{PICK}:{page}:{button_name(article.id)}")


def _marked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label


def list_sources(index: "Index", given: Given) -> Reply:
    """Each quote of an answer with its exact place, compared with the article as it is now."""
    blocks: list[Block] = [Words(say("sources", given.language))]
    for place in given.places:
        blocks += _source(index, place, given.language)
    return Reply(tuple(blocks))


def _source(index: "Index", place: Place, language: str) -> list[Block]:
    quote = Quote(place.number, place.text)
    now = check(index, place)
    if now.state is State.GONE or now.article is None:
        return [quote, Words(say("source_gone", language))]
    if now.citation is None:
        return [quote, Words(say("source_changed", language, article=described(now.article)))]
    moved = [Words(say("still_there", language))] if now.state is State.MOVED else []
    where = say(
        "source_place",
        language,
        article=described(now.article),
        id=now.article.id,
        sentence=now.citation.sentences[0].number,
        start=now.citation.start,
        end=now.citation.end,
    )
    return [quote, Words(where), *moved]
