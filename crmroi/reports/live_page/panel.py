"""The panel of a live page: the sliders in front."""

from __future__ import annotations

from html import escape

from crmroi.assumptions import FRONT_GROUPS, Assumption, Scenario, assumptions
from crmroi.assumptions.presets import sources_of
from crmroi.assumptions.sources import Source
from crmroi.reports.live_page.controls import Slider
from crmroi.text import Span, _, unit_name


def panel(sliders: tuple[Slider, ...], scenario: Scenario) -> str:
    """The sliders under their headings, each with its value and what it means."""
    sources, currency = sources_of(scenario), scenario.currency
    shown = {slider.key: _slider(slider, sources[slider.key], currency) for slider in sliders}
    groups = "".join(
        f"<fieldset><legend>{escape(_(label))}</legend>"
        f"{''.join(shown[key] for key in keys)}</fieldset>"
        for label, keys in FRONT_GROUPS.items()
    )
    label = escape(_("Assumptions"))
    head = (
        f'<div class="panel-head"><span>{label}</span>'
        f'<button type="button" id="reset" title="{escape(_("Back to the case as it was made"))}"'
        f" disabled>{escape(_('Reset'))}</button></div>"
    )
    return f'<form class="panel" aria-label="{label}" autocomplete="off">{head}{groups}</form>'


def _slider(slider: Slider, source: Source, currency: str) -> str:
    item = assumptions()[slider.key]
    label, text = escape(_(item.label)), escape(slider.texts[slider.at])
    about = escape(_("About: {label}", label=_(item.label)))
    return (
        f'<div class="slider"><label for="{slider.key}">{label}</label>'
        f'<details class="help"><summary aria-label="{about}">?</summary>'
        f'<div id="help-{slider.key}">{_help(item, source, currency)}</div></details>'
        f'<b data-value="{slider.key}" aria-hidden="true">{text}</b>'
        f'<input type="range" id="{slider.key}" min="0" max="{len(slider.values) - 1}" step="1"'
        f' value="{slider.at}" aria-valuetext="{text}"></div>'
    )


def _help(item: Assumption, source: Source, currency: str) -> str:
    low, high = item.plausible or (0, 0)
    said = (
        _(item.help),
        _("Unit: {unit}.", unit=unit_name(item.unit, currency)),
        _("Usually {range}.", range=Span(low, high, item.unit, currency)),
        _("Source: {source}.", source=str(source)),
    )
    return "".join(f"<p>{escape(text)}</p>" for text in said)
