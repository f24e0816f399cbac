"""Presidio's answers for `npm run evaluate:redaction -- --presidio FILE`: texts on standard input, one JSON string a line,
`{"text", "found"}` lines on standard output. Needs `pip install presidio-analyzer` and spaCy's `en_core_web_sm`; offsets
are turned from code points into UTF-16. `npm run evaluate:redaction -- --texts` writes the input."""

import json
import sys

from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

LEFT_OUT = {"PERSON", "LOCATION", "DATE_TIME", "NRP", "URL", "EMAIL_ADDRESS", "PHONE_NUMBER", "IP_ADDRESS"}


def main() -> None:
    models = [{"lang_code": "en", "model_name": "en_core_web_sm"}]
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])
    for line in sys.stdin:
        text = json.loads(line)
        found = [
            {"type": one.entity_type, "start": utf16(text, one.start), "end": utf16(text, one.end)}
            for one in analyzer.analyze(text=text, language="en", score_threshold=0.4)
            if one.entity_type not in LEFT_OUT
        ]
        print(json.dumps({"text": text, "found": found}, ensure_ascii=False))


def utf16(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le")) // 2


main()
