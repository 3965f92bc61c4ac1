"""Questions that can be answered, each tried before it is offered; kept with the index version."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Database, Table

KEPT = 3  # versions whose questions can still be pressed


class SuggestionRow(Table):
    """One question that the articles of a version answer."""

    __tablename__ = "suggestions"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(index=True)
    article: Mapped[str]
    language: Mapped[str]
    text: Mapped[str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question to press."""

    id: int
    text: str


class Suggestions:
    """The questions of each version of the index."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, version: str, article: str, language: str, texts: Sequence[str]) -> None:
        """Keep the questions that one article answers."""
        with self._database.session() as session:
            session.add_all(
                SuggestionRow(version=version, article=article, language=language, text=text)
                for text in texts
            )

    def tried(self, version: str) -> set[tuple[str, str]]:
        """The articles of a version that have questions, each with their language."""
        known = select(SuggestionRow.article, SuggestionRow.language)
        with self._database.session() as session:
            rows = session.execute(known.where(SuggestionRow.version == version).distinct())
            return {(article, language) for article, language in rows}

    def about(
        self, version: str, article: str, language: str, but: Collection[str] = ()
    ) -> list[Suggestion]:
        """The questions that an article answers, without some."""
        row = SuggestionRow
        wanted = (row.version == version, row.article == article, row.language == language)
        known = select(row.id, row.text).where(*wanted).order_by(row.id)
        with self._database.session() as session:
            found = [Suggestion(*each) for each in session.execute(known)]
        return [each for each in found if each.text not in but]

    def first(self, version: str, language: str, most: int) -> list[Suggestion]:
        """The first questions of a version, from as many articles as there are."""
        row = SuggestionRow
        own = select(func.min(row.id)).where(row.version == version, row.language == language)
        firsts = own.group_by(row.article)
        known = select(row.id, row.text).where(row.version == version, row.language == language)
        spread = known.order_by(row.id.not_in(firsts), row.id).limit(most)
        with self._database.session() as session:
            return [Suggestion(*each) for each in session.execute(spread)]

    def text(self, number: int) -> str | None:
        """The question of that number, if it is still kept."""
        with self._database.session() as session:
            row = session.get(SuggestionRow, number)
            return row.text if row else None

    def named(self, numbers: Sequence[int]) -> tuple[Suggestion, ...]:
        """Some questions by their numbers, in order; forgotten ones are left out."""
        texts = {number: self.text(number) for number in numbers}
        return tuple(Suggestion(number, text) for number, text in texts.items() if text)

    def forget_old(self) -> None:
        """Keep the questions of the newest versions only."""
        newest = select(SuggestionRow.version).group_by(SuggestionRow.version)
        newest = newest.order_by(func.max(SuggestionRow.id).desc()).limit(KEPT)
        with self._database.session() as session:
            kept = session.scalars(newest).all()
            session.execute(delete(SuggestionRow).where(SuggestionRow.version.not_in(kept)))
