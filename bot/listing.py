"""What the bot can show besides answers: the articles it has, and where quotes came from."""

from typing import TYPE_CHECKING

from bot.memory import Given, Place
from bot.reply import Block, Quote, Reply, Words, described
from indexes.errors import ArticleMissing
from prompts import say

if TYPE_CHECKING:
    from indexes.index import Index

PAGE = 20  # articles


def list_articles(index: "Index", page: int, language: str) -> Reply:
    """One page of the articles; a page that is not there becomes the nearest one."""
    total = index.manifest.counts["articles"]
    if not total:
        return Reply.words(say("empty_index", language))
    pages = -(-total // PAGE)
    page = min(max(page, 1), pages)
    skip = (page - 1) * PAGE
    articles = index.catalog.articles(skip=skip, limit=PAGE)
    rows = [f"{number}. {described(a)}" for number, a in enumerate(articles, start=skip + 1)]
    turned = say("articles_more", language, page=page, pages=pages, next=page % pages + 1)
    more = [Words(turned)] if pages > 1 else []
    head = Words(say("articles", language, number=total))
    return Reply((head, Words("\n".join(rows)), *more))


def list_sources(index: "Index", given: Given) -> Reply:
    """Each quote of an answer with its exact place, compared with the article as it is now."""
    blocks: list[Block] = [Words(say("sources", given.language))]
    for place in given.places:
        blocks += _source(index, place, given.language)
    return Reply(tuple(blocks))


def _source(index: "Index", place: Place, language: str) -> list[Block]:
    quote = Quote(place.number, place.text)
    try:
        article = index.catalog.article(place.article_id)
    except ArticleMissing:
        return [quote, Words(say("source_gone", language))]
    if article.text[place.start : place.end] != place.text:
        return [quote, Words(say("source_changed", language, article=described(article)))]
    where = say(
        "source_place",
        language,
        article=described(article),
        id=article.id,
        sentence=place.sentence,
        start=place.start,
        end=place.end,
    )
    return [quote, Words(where)]
