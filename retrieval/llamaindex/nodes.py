"""Our sentences as LlamaIndex nodes: the text is verbatim, the offsets are the article's."""

from llama_index.core.schema import NodeWithScore, TextNode

from indexes.article import Article


def node(article: Article, start: int, end: int, *, number: int, score: float) -> NodeWithScore:
    """A stretch of an article; `number` is that of its first sentence."""
    metadata = {
        "article": article.id,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "sentence": number,
    }
    text = TextNode(
        id_=f"{article.id}#{number}",
        text=article.text[start:end],
        start_char_idx=start,
        end_char_idx=end,
        metadata=metadata,
        excluded_embed_metadata_keys=list(metadata),
    )
    return NodeWithScore(node=text, score=score)
