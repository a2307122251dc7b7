"""Traps in what words mean: stages, outcomes, numbers of records, scores, times, costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crmroi.files.exports.table import Options
from tests.files.exports.hostile.trap import READ, Trap, deals, lines

_UNKNOWN = "1 record has in “Stage” no known word for won, lost or open: it counts as open."
_NO_KIND = (
    "None of its columns says what the table is: no date, stage, score or amount is named. Say "
    "what it holds, or leave the file out."
)


def _staged(title: str, stages: Mapping[str, str], *remarks: str, head: str = "Stage") -> Trap:
    """Deals of some stages, between one that is won and one that is lost."""
    all_ = {"Closed Won": "won", **stages, "Closed Lost": "lost"}
    records = [f'{n},"{stage}"' for n, stage in enumerate(all_)]
    return Trap(
        title, deals(*records, head=f"Deal ID,{head}"), {"outcome": list(all_.values())},
        remarks=remarks,
    )  # fmt: skip


STAGES = (
    _staged("Close and Closing, which are open stages", {"Close": "open", "Closing": "open"}),
    _staged("Closed alone, which is neither", {"Closed": "open"}, _UNKNOWN),
    _staged("Not won", {"Not won": "open"}, _UNKNOWN),
    _staged("Closed, not won", {"Closed - Not Won": "lost"}),
    _staged("Wonderland", {"Wonderland Ltd": "open"}, _UNKNOWN),
    _staged("Winner", {"Winner": "open"}, _UNKNOWN),
    _staged("numbers before stages",
            {"7 - Closed Won": "won", "#09 LOST": "lost", "100 - won": "won"}),
    _staged("pictures before stages", {"🏆 Won": "won", "❌ Lost": "lost"}),
    _staged("pipelines behind stages",
            {"Closed Won (HubSpot Sales)": "won", "Négociation [Ventes]": "open"}),
    _staged("stages as programs name them",
            {"closedwon": "won", "closedlost": "lost", "appointmentscheduled": "open"}),
    _staged("stages of French", {"Fermé gagné": "won", "Fermé/Gagné": "won", "Clôturé gagné": "won",
                                 "Conclusion perdante": "lost", "En cours": "open"}),
    _staged("stages of Portuguese",
            {"Fechada e Ganha TR": "won", "Fechado (ganho)": "won", "Perdida": "lost",
             "Em andamento": "open"}),
    _staged("stages of German", {"Geschlossen und gewonnen": "won", "Verloren": "lost",
                                 "Angebot": "open"}),
    _staged("stages of Spanish", {"Cerrada ganada": "won", "Cierre perdido": "lost",
                                  "Abierto": "open"}),
    _staged("hard blanks, capitals and accents taken apart",
            {"CLOSED\u00a0WON": "won", "Ferme\u0301e gagne\u0301e": "won"}),
    Trap("a status that goes before a stage",
         deals("1,Won,Closed Lost", "2,Lost,Closed Won", head="Deal ID,Status,Stage"),
         {"outcome": ["won", "lost"]}),
    Trap("codes of Dynamics", deals("1,1", "2,2", "3,0", head="Deal ID,statecode"),
         {"outcome": ["won", "lost", "open"]}),
    Trap("flags that say what no status says",
         deals("1,True,True", "2,False,True", "3,False,False", head="Id,IsWon,IsClosed"),
         {"outcome": ["won", "lost", "open"]}),
    Trap("an actual date beside an expected one, and an actual value",
         deals("1,Won,2026-02-01,2026-01-31,9,10.50", "2,Lost,2026-02-01,2026-02-28,9,20.25",
               head="Deal ID,Status,Est. Close Date,Actual Close Date,Est. Revenue,Actual Revenue"),
         READ),
    Trap("the French of Dynamics, with its apostrophes of both kinds",
         lines("Sujet;Client potentiel;Statut;Chiffre d'affaires estimé;Chiffre d’affaires réel;"
               "Date de clôture réelle;Devise", "x;C-1;Conclue;9,00;10,50;31/01/2026;Euro",
               "x;C-2;Perdue;9,00;20,25;28/02/2026;Euro"),
         {"outcome": ["won", "lost"], "amount": ["10.50", "20.25"], "customer": ["C-1", "C-2"],
          "closed": ["2026-01-31", "2026-02-28"], "currency": ["EUR", "EUR"]}),
    Trap("wins without losses, as Odoo exports them", deals("1,Won", "2,New", head="Deal ID,Stage"),
         {"outcome": ["won", "open"]},
         remarks=("Deals were won and none was lost. Some CRMs archive lost deals and leave them "
                  "out of an export: the win rate is then too good. Export the archived deals "
                  "too.",)),
)  # fmt: skip

NUMBERS = (
    Trap("one number twice with the same words",
         deals("1,Won,10.50,2026-01-31", "2,Lost,20.25,2026-02-28", "1,Won,10.50,2026-01-31"),
         READ, left_out={"duplicate_record": (4,)}),
    Trap("one number twice with other words, and when they were written",
         deals("1,Won,10.50,2026-01-31,2026-03-02", "2,Lost,20.25,2026-02-28,2026-03-01",
               "1,Lost,9,2026-01-30,2026-03-01",
               head="Deal ID,Stage,Amount,Close Date,Last Modified Date"),
         READ, left_out={"superseded_record": (4,)}),
    Trap("one number twice with other words, and nothing that tells when",
         deals("1,New,9,2026-01-30", "2,Lost,20.25,2026-02-28", "1,Won,10.50,2026-01-31"),
         {"id": ["2", "1"], "outcome": ["lost", "won"]}, left_out={"superseded_record": (2,)}),
    Trap("equal lines of orders without a number, which are two orders",
         lines("Order Date,Amount,Customer", "2026-01-31,5.50,C-1", "2026-01-31,5.50,C-1"),
         {"amount": ["5.50", "5.50"]}, name="orders.csv"),
    Trap("lines of one order",
         lines("Order ID,Order Date,Amount", "A1,2026-01-31,5.50", "A1,2026-01-31,5.50"),
         {"order": ["A1", "A1"], "amount": ["5.50", "5.50"]}, name="orders.csv"),
    Trap("noughts before numbers, and capitals that differ",
         deals("007,Won", "7,Lost", "00Qa,Won", "00QA,Lost", head="Deal ID,Stage"),
         {"id": ["007", "7", "00Qa", "00QA"]}),
    Trap("numbers of eighteen digits",
         deals("123456789012345678,Won", "123456789012345679,Lost", head="Deal ID,Stage"),
         {"id": ["123456789012345678", "123456789012345679"]}),
    Trap("numbers that a spreadsheet has shortened",
         deals("1.23E+17,Won", "4.56E+17,Lost", head="Deal ID,Stage"),
         {"id": ["1.23E+17", "4.56E+17"]},
         remarks=("“Deal ID” holds numbers that a spreadsheet has shortened (like 1.23E+17): "
                  "different numbers may have become equal. Export the file again without opening "
                  "it in one.",)),
    Trap("formulas in cells of text",
         deals("1,Won,=1+1", "2,Lost,@SUM(A1)", "3,Won,+351 5", "4,Lost,'=2",
               head="Deal ID,Stage,Account"),
         {"customer": ["=1+1", "@SUM(A1)", "+351 5", "'=2"]}),
    Trap("customers called NA, None and null",
         deals("1,Won,NA", "2,Lost,None", "3,Won,null", head="Deal ID,Stage,Account"),
         {"customer": ["NA", "None", "null"]}),
)  # fmt: skip

PEOPLE = (
    Trap("owners by their names, whom nobody needs to know",
         deals("1,Won,Owner Aa", "2,Lost,owner aa ", "3,Lost,Owner Bb",
               head="Deal ID,Stage,Deal Owner"),
         {"row": [2, 3, 4]}, report={"personal_columns": {"Deal Owner": "hashed"}}),
    Trap("owners by their codes", deals("1,Won,Owner 07", "2,Lost,Owner 08",
                                        head="Deal ID,Stage,Deal Owner"),
         {"owner": ["Owner 07", "Owner 08"]}, report={"personal_columns": {}}),
    Trap("addresses in a column of any name",
         deals("1,Won,a@b.example", "2,Lost,c@d.example", head="Deal ID,Stage,Remark"),
         {"id": ["1", "2"]}, report={"personal_columns": {"Remark": "dropped"}}),
    Trap("telephones, first names and addresses that nobody asked for",
         deals("1,Won,+351 912,Aa,a@b.example", "2,Lost,+351 913,Bb,c@d.example",
               head="Deal ID,Stage,Phone,First Name,Contact Email"),
         {"id": ["1", "2"]},
         report={"personal_columns": {"Phone": "dropped", "First Name": "dropped",
                                      "Contact Email": "dropped"}}),
)  # fmt: skip


def _rated(title: str, cells: Sequence[str], scores: Sequence[float | None], name: str) -> Trap:
    records = (f"2026-01-{n + 10},{cell}" for n, cell in enumerate(cells))
    return Trap(title, lines(f"Survey Date,{name}", *records), {"score": scores}, name="survey.csv")


OTHERS = (
    _rated("scores of ten", ["0", "6", "9", "10"], [0, 6, 9, 10], "NPS"),
    _rated("stars", ["★★★★☆", "★☆☆☆☆"], [4, 1], "Rating"),
    _rated("scores out of five", ["4/5", "1/5", "5/5"], [4, 1, 5], "CSAT"),
    _rated("scores with their words", ["4 - Satisfied", "1 - Very dissatisfied"], [4, 1], "CSAT"),
    _rated("words for scores", ["Good", "Bad", "Offered", "Not Offered", ""],
           [1, 0, None, None, None], "Satisfaction Score"),
    _rated("decimal commas in scores", ['"4,5"', '"3,0"'], [4.5, 3.0], "Note"),
    Trap("hours above 24 in a length of time",
         lines("Ticket ID,Created time,Time tracked", "1,2026-01-31 08:00,27:30:00",
               "2,2026-01-31 09:00,00:05:30"),
         {"handling_minutes": [1650.0, 5.5]}, name="tickets.csv"),
    Trap("minutes beside days and hours in a length of time",
         lines("Ticket ID,Created time,Handle time in minutes", "1,2026-01-31 08:00,90",
               "2,2026-01-31 09:00,1d 3h", "3,2026-01-31 09:00,PT27H"),
         {"handling_minutes": [90.0, 1620.0, 1620.0]}, name="tickets.csv"),
    Trap("a flag in five languages",
         lines("Customer ID,Signup Date,Churned", "1,2026-01-31,oui", "2,2026-01-31,não",
               "3,2026-01-31,ja", "4,2026-01-31,N", "5,2026-01-31,sí", "6,2026-01-31,FALSE"),
         {"churned": [True, False, True, False, True, False]}, name="customers.csv"),
    Trap("a table of advertising without a category",
         lines("Month,Campaign,Ad spend", "2026-01,C-1,5.50", "2026-02,C-2,6.50"),
         {"amount": ["5.50", "6.50"], "category": ["acquisition", "acquisition"]},
         remarks=("No column says what the costs are for; by the names of its columns they are "
                  "spent on winning customers, and count as acquisition.",),
         name="spend.csv"),
    Trap("quantities and prices beside a total, which is never counted twice",
         lines("Order ID,Order Date,Quantity,Unit Price,Total", "1,2026-01-31,2,5.50,11.00",
               "2,2026-01-31,3,1.25,3.75"),
         {"amount": ["11.00", "3.75"]}, name="orders.csv"),
)  # fmt: skip

ASKED = (
    Trap("a category that no vocabulary has",
         lines("Date,Category,Amount", "2026-01-31,Google Ads,5.50", "2026-01-31,Zzyzx,6.50"),
         {"category": ["acquisition", "crm"]},
         asks=("A category in “Category” is no known word. Say what its costs are for.",),
         choices=("acquisition", "crm", "returns", "other"),
         answer=Options(cost_categories={"Zzyzx": "crm"}), name="costs.csv"),
    Trap("stages that no vocabulary has", deals("1,Zzyzx,Won", "2,Zzyzx,Lost",
                                                head="Deal ID,Stage,Mark"),
         {"outcome": ["won", "lost"]},
         asks=("“Stage” says of no deal that it was won or lost. Name the column that does.",),
         choices=("Deal ID", "Stage", "Mark"), answer=Options(mapping={"status": "Mark"})),
    Trap("a table that could be several",
         lines("Date,Amount,Name", "2026-01-31,5.50,a", "2026-02-28,6.50,b"),
         {"amount": ["5.50", "6.50"]},
         asks=("Its columns could be those of several tables. Say what it holds.",),
         answer=Options(kind="orders"), name="export.csv"),
    Trap("a table of no kind",
         lines("Product,Series,Sales price", "a,b,5.50", "c,d,6.50"),
         {"product": ["a", "c"]},
         asks=(_NO_KIND,),
         answer=Options(kind="orders"), name="export.csv", remarks=(
             "No column is the “Date” of “Orders”: KPIs that need it cannot be computed. Name the "
             "column, if there is one.",
             "No column is the “Amount” of “Orders”: KPIs that need it cannot be computed. Name "
             "the column, if there is one.")),
    Trap("a list of fields and what they mean",
         lines("Table,Field,Description", "Accounts,account,Name", "Accounts,sector,Trade"),
         asks=(_NO_KIND,), answer=None),
)  # fmt: skip

REFUSED = (
    Trap("a kind of table that there is not", deals(), options=Options(kind="cats"),
         refused="“cats” is not a kind of table. The kinds are: leads, deals, orders, customers, "
         "tickets, survey, activity, costs."),
    Trap("a column that there is not", deals(), options=Options(mapping={"amount": "Nil"}),
         refused="The file has no column “Nil”. Name one of its columns."),
    Trap("a field that there is not", deals(), options=Options(mapping={"colour": "Stage"}),
         refused="“colour” is not a field of deals. Its fields are: status, stage, created, "
         "closed, amount, currency, id, lead, customer, owner, team, source, product, region."),
    Trap("a kind of costs that there is not",
         lines("Date,Category,Amount", "2026-01-31,Google Ads,5.50"), name="costs.csv",
         options=Options(cost_categories={"Google Ads": "fun"}),
         refused="“fun” is not a kind of costs. The kinds are: acquisition, crm, returns, other."),
)  # fmt: skip

TRAPS = (*STAGES, *NUMBERS, *PEOPLE, *OTHERS, *ASKED, *REFUSED)
