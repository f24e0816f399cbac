"""Presidio's answers for `npm run evaluate:redaction -- --presidio FILE`: texts on standard input, one JSON string a line,
`{"text", "found"}` lines on standard output. Needs `pip install presidio-analyzer`; offsets are turned from code points
into UTF-16. `npm run evaluate:redaction -- --texts` writes the input. Where spaCy's model `en_core_web_sm` is not
installed, spaCy's empty English pipeline stands in, and standard error says so: patterns, check digits and context words
are the same, only names and places (left out here anyway) and lemmas of context words need the model."""

import json
import sys

import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider, SpacyNlpEngine

MODEL = "en_core_web_sm"

LEFT_OUT = {"PERSON", "LOCATION", "DATE_TIME", "NRP", "URL", "EMAIL_ADDRESS", "PHONE_NUMBER", "IP_ADDRESS"}


def main() -> None:
    analyzer = AnalyzerEngine(nlp_engine=nlp_engine(), supported_languages=["en"])
    for line in sys.stdin:
        text = json.loads(line)
        found = [
            {"type": one.entity_type, "start": utf16(text, one.start), "end": utf16(text, one.end)}
            for one in analyzer.analyze(text=text, language="en", score_threshold=0.4)
            if one.entity_type not in LEFT_OUT
        ]
        print(json.dumps({"text": text, "found": found}, ensure_ascii=False))


def nlp_engine() -> SpacyNlpEngine:
    models = [{"lang_code": "en", "model_name": MODEL}]
    if spacy.util.is_package(MODEL):
        return NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    print(f"{MODEL} is not installed: spaCy's empty English pipeline stands in", file=sys.stderr)
    engine = SpacyNlpEngine(models=models)
    engine.nlp = {"en": spacy.blank("en")}
    return engine


def utf16(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le")) // 2


main()
