"""The codebook: read it, change it, send it to another tool and take it from one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.utils import timezone

from conversations import actions
from conversations.codebook import refi, table
from conversations.codebook.lines import VOCABULARIES, WORDING, CodebookRefused, Line, line_of
from conversations.codebook.project_reading import lines_of_qdpx
from conversations.forms import CodebookFileForm, MergeForm, NewThemeForm, SplitForm, ThemeForm
from conversations.models import CodebookVersion, Point, Theme
from conversations.permissions import can_change_codebook
from conversations.views.doors import SignedInRequest, for_analysts, for_readers, posted

# As many as one person can tick through with care.
POINTS_TO_SPLIT = 100
VERSIONS_SHOWN = 20
_FILES = {
    "qdc": (lambda lines: refi.as_qdc(lines), refi.MIME_TYPE),
    "csv": (lambda lines: table.as_csv(lines), table.MIME_TYPE),
}


@for_readers
def codebook(request: SignedInRequest) -> HttpResponse:
    """The tree of themes, what each means, and what changed when."""
    themes = Theme.objects.for_files().order_by("order", "name")
    return render(request, "conversations/codebook.html", {
        "themes": themes,
        "versions": CodebookVersion.objects.defer("themes").select_related("by")[:VERSIONS_SHOWN],
        "may_change": can_change_codebook(request.user),
    })  # fmt: skip


@for_readers
def codebook_file(request: SignedInRequest, kind: str) -> HttpResponse:
    """The codebook for another tool. It holds no word of any note."""
    write, mime_type = _FILES[kind]
    # The standard knows no codebook without a code.
    themes = get_list_or_404(Theme.objects.for_files())
    answer = HttpResponse(write([line_of(theme) for theme in themes]), content_type=mime_type)
    answer["Content-Disposition"] = f'attachment; filename="codebook-{timezone.localdate():%Y-%m-%d}.{kind}"'
    return answer


@for_analysts
def codebook_upload(request: SignedInRequest) -> HttpResponse:
    """All of the file, or nothing of it with a sentence for each thing to change."""
    form = CodebookFileForm(posted(request), request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            lines, left_out = _lines(form.cleaned_data["codebook"])
            taken = actions.import_codebook(lines=lines, by=request.user)
            messages.success(request, f"New themes: {taken.new}. Themes that were there already: {taken.known}.")
            for sentence in [*taken.passed_over, *left_out]:
                messages.info(request, sentence)
            return redirect("conversations:codebook")
        except CodebookRefused as refused:
            problems = refused.sentences
    return render(request, "conversations/codebook_upload.html", {"form": form, "problems": problems})


def _lines(file) -> tuple[list[Line], list[str]]:
    """The themes in a file, by what it is and not by its name, and what else is in it."""
    start = file.read(64)
    file.seek(0)
    if start.startswith(b"PK"):
        return lines_of_qdpx(file)
    is_xml = start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
    return (refi.lines_of_qdc if is_xml else table.lines_of_csv)(file.read()), []


@for_analysts
def new_theme(request: SignedInRequest) -> HttpResponse:
    form = NewThemeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        theme = actions.add_theme(by=request.user, **form.cleaned_data)
        messages.success(request, f"“{theme.name}” is in the codebook.")
        return redirect("conversations:codebook")
    return render(request, "conversations/new_theme.html", {"form": form})


@for_analysts
def change_theme(request: SignedInRequest, code: str) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.said().for_files(), code=code)
    form = ThemeForm(posted(request), initial=as_typed(theme))
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_theme(theme=theme, by=request.user, **form.cleaned_data)
            messages.success(request, "Changed. The codebook has a new version.")
            return redirect("conversations:codebook")
        except actions.CodebookConflict as conflict:
            form.add_error("name", str(conflict))
            theirs = theme
            form.seen(theme.revision)
    return render(request, "conversations/change_theme.html", {"theme": theme, "form": form, "theirs": theirs})


def as_typed(theme: Theme) -> dict:
    """A theme as its form shows it."""
    line = line_of(theme)
    fields = {name: getattr(line, name) for name in ("name", "kind", *WORDING, *VOCABULARIES)}
    needs = list(theme.needs.values_list("code", flat=True))
    return fields | {
        "parent": theme.parent.code if theme.parent else "", "revision": theme.revision, "needs": needs,
    }  # fmt: skip


@for_analysts
def merge_theme(request: SignedInRequest, code: str) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.said().in_use(), code=code)
    form = MergeForm(posted(request), theme=theme)
    if request.method == "POST" and form.is_valid():
        try:
            into = actions.merge_themes(theme=theme, into=form.cleaned_data["into"], by=request.user)
            messages.success(request, "Merged. Every coding and every link went along.")
            return redirect("conversations:workspace_theme", into.code)
        except actions.CodebookConflict as conflict:
            form.add_error("into", str(conflict))
    return render(request, "conversations/merge_theme.html", {"theme": theme, "form": form})


@for_analysts
def split_theme(request: SignedInRequest, code: str) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.said().in_use(), code=code)
    shown = (
        Point.objects.counted().open_to(request.user).with_theme(theme).order_by("pk").values("pk")[:POINTS_TO_SPLIT]
    )
    form = SplitForm(posted(request), points=Point.objects.filter(pk__in=list(shown.values_list("pk", flat=True))))
    if request.method == "POST" and form.is_valid():
        try:
            new = actions.split_theme(theme=theme, by=request.user, **form.cleaned_data)
            messages.success(request, "Split. The new theme leads where the first one led, until you change it.")
            return redirect("conversations:workspace_theme", new.code)
        except actions.CodebookConflict as conflict:
            form.add_error("name", str(conflict))
    if request.method == "GET":
        actions.theme_read(theme=theme, by=request.user, why="to split it")
    return render(request, "conversations/split_theme.html", {"theme": theme, "form": form})
