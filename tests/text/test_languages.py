from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from crmroi.text import LANGUAGES, html_language, language, match, month, speak, speaking


def test_english_is_spoken_unless_told_otherwise() -> None:
    with ThreadPoolExecutor(1) as fresh:
        assert fresh.submit(language).result() == "en"


def test_each_language_is_offered_by_its_own_name() -> None:
    assert LANGUAGES == {"en": "English", "fr": "Français", "pt_BR": "Português (Brasil)"}


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", "fr"),
        ("fr-FR", "fr"),
        ("fr_CA", "fr"),
        ("pt", "pt_BR"),
        ("pt-BR", "pt_BR"),
        ("pt_BR", "pt_BR"),
        ("PT-br", "pt_BR"),
        ("pt-PT", "pt_BR"),
    ],
)
def test_a_language_is_known_by_any_of_its_codes(code: str, ours: str) -> None:
    with speaking(code):
        assert language() == ours


@pytest.mark.parametrize("code", ["de", "", "english", "f", "../fr"])
def test_a_language_that_is_not_ours_is_an_error(code: str) -> None:
    with pytest.raises(ValueError, match="is not one of our languages: en, fr, pt_BR"):
        speak(code)


def test_the_former_language_is_spoken_again_after_a_block_that_fails() -> None:
    with speaking("fr"):
        with pytest.raises(RuntimeError), speaking("pt"):
            raise RuntimeError
        assert language() == "fr"


@pytest.mark.parametrize(("code", "html"), [("en", "en"), ("fr", "fr"), ("pt", "pt-BR")])
def test_html_names_the_language_as_bcp_47_does(code: str, html: str) -> None:
    with speaking(code):
        assert html_language() == html


@pytest.mark.parametrize(
    ("accept", "ours"),
    [
        (None, "en"),
        ("", "en"),
        ("fr", "fr"),
        ("pt-BR", "pt_BR"),
        ("pt-PT,pt;q=0.9,en;q=0.8", "pt_BR"),
        ("de-DE,de;q=0.9,fr;q=0.6,en;q=0.5", "fr"),
        ("en;q=0.3, fr-CH;q=0.7", "fr"),
        ("fr;q=0, pt", "pt_BR"),
        ("fr;q=high, en", "en"),
        ("zh-CN,*;q=0.1", "en"),
    ],
)
def test_a_browser_gets_the_best_of_our_languages(accept: str | None, ours: str) -> None:
    assert match(accept) == ours


def test_two_threads_speak_two_languages_at_once() -> None:
    both_have_spoken = Barrier(2, timeout=10)

    def session(code: str) -> list[str]:
        speak(code)
        both_have_spoken.wait()
        return [month(19) for _ in range(200)]

    with ThreadPoolExecutor(2) as threads:
        french, portuguese = threads.map(session, ["fr", "pt"])
    assert set(french) == {"mois\u00a019"}
    assert set(portuguese) == {"mês\u00a019"}


def test_two_tasks_speak_two_languages_in_turns() -> None:
    async def session(code: str) -> list[str]:
        speak(code)
        said = []
        for _ in range(5):
            await asyncio.sleep(0)
            said.append(language())
        return said

    async def both() -> list[list[str]]:
        return list(await asyncio.gather(session("fr"), session("pt")))

    assert asyncio.run(both()) == [["fr"] * 5, ["pt_BR"] * 5]
