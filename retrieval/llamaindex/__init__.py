"""Kutip for LlamaIndex programs: a retriever and a query engine."""
