"""Questions go in, cited answers come out. This file offers values only, nothing heavy."""

from retrieval.answer import Answer, Citation, Reason, Status
from retrieval.question import Question

__all__ = ["Answer", "Citation", "Question", "Reason", "Status"]
