"""Blocks that show: a picture, a number with its source, a table of what is kept."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock


class StatisticBlock(blocks.StructBlock):
    figure = blocks.CharBlock(max_length=40, help_text="For example: 19 out of 20.")
    meaning = blocks.CharBlock(max_length=200, label="what it says")
    area = blocks.CharBlock(max_length=80, label="where it was measured")
    measured = blocks.CharBlock(max_length=60, label="when it was measured")
    source = blocks.CharBlock(max_length=120, label="who measured it")
    link = blocks.URLBlock(label="link to the source")

    class Meta:
        icon = "doc-full"
        label = "Figure"
        description = "A number with its source, date, place and link. All four are needed before it can be saved."
        template = "home/blocks/statistic.html"
        preview_value = {
            "figure": "9 out of 10",
            "meaning": "an example, to show what a figure looks like",
            "area": "Nowhere",
            "measured": "never",
            "source": "an invented example",
            "link": "https://www.example.org/",
        }


class PictureBlock(blocks.StructBlock):
    image = ImageBlock()
    caption = blocks.CharBlock(required=False, max_length=160)

    class Meta:
        icon = "image"
        label = "Picture"
        description = "A picture with words for people who cannot see it. No knives, hoods, cordons or blood."
        template = "home/blocks/picture.html"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(max_length=120, label="what the table shows")
    table = TypedTableBlock([("text", blocks.CharBlock(max_length=240, required=False))])

    class Meta:
        icon = "table"
        label = "Table"
        description = "Rows and columns with headings. The first column names each row."
        template = "home/blocks/table.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["headings"] = [column["heading"] for column in value["table"].columns]
        context["rows"] = [[str(cell) for cell in row] for row in value["table"].rows]
        return context

    def get_preview_value(self):
        columns = [{"type": "text", "heading": heading} for heading in ("When", "Where")]
        rows = [{"values": ["Mondays", "Catford"]}, {"values": ["Tuesdays", "Deptford"]}]
        return self.to_python({"caption": "An example", "table": {"columns": columns, "rows": rows, "caption": ""}})


class KeptRecordBlock(blocks.StructBlock):
    what = blocks.CharBlock(max_length=160, label="what we keep")
    why = blocks.CharBlock(max_length=240, label="why we may")
    how_long = blocks.CharBlock(max_length=200)


class KeptRecordsBlock(blocks.StructBlock):
    caption = blocks.CharBlock(default="What we keep, why, and for how long", max_length=120)
    rows = blocks.ListBlock(KeptRecordBlock(), min_num=1)

    class Meta:
        icon = "table"
        label = "What we keep"
        description = "The table of a privacy notice."
        template = "home/blocks/kept_records.html"
        preview_value = {"caption": "What we keep", "rows": [{"what": "A", "why": "B", "how_long": "C"}]}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["headings"] = ["What", "Why", "How long"]
        context["rows"] = [[row["what"], row["why"], row["how_long"]] for row in value["rows"]]
        return context
