"""The description of the API for machines (OpenAPI 3.1): what it answers, and what may be asked of it."""

_TEXT, _YES_NO = {"type": "string"}, {"type": "boolean"}
_WHOLE, _ID = {"type": "integer", "minimum": 1}, {"type": "string", "format": "uuid"}

_PARAMETERS: dict[str, tuple[dict, str]] = {
    "search": (_TEXT, "Words that all have to be there. At most eight are read."),
    "page": (_WHOLE, "Which page, from 1."),
    "per_page": ({**_WHOLE, "maximum": 100, "default": 50}, "How many on a page; with `minimal` up to 10000."),
    "taxonomy_term_id": (_ID, "Has this word. May be sent several times: all must be there."),
    "taxonomy_id": (_ID, "Has any word of this list."),
    "organization_id": (_ID, "Run by this organisation."),
    "minimum_age": ({"type": "number"}, "The service's minimum age is at least this."),
    "maximum_age": ({"type": "number"}, "The service's maximum age is at most this."),
    "start_time": (_TEXT, "Has hours that begin at this time (09:30) or later."),
    "end_time": (_TEXT, "Has hours that end at this time or before."),
    "day": (_TEXT, "Has hours on this day: MO, TU, WE, TH, FR, SA or SU, or its name."),
    "modified_after": ({"type": "string", "format": "date-time"}, "Changed at this moment or later."),
    "postcode": (_TEXT, "Serves the area in which this postcode lies."),
    "proximity": ({"type": "integer"}, "At most this many metres from the postcode."),
    "minimal": (_YES_NO, "Only id, name, status and last_modified."),
    "full": (_YES_NO, "Every row in full."),
    "full_service": (_YES_NO, "The organisation's services in full."),
    "parent_id": (_ID, "Under this word."),
    "top_only": (_YES_NO, "Only words that stand under no other."),
}
_PAGES = ["page", "per_page"]
_SERVICES = [
    "search", *_PAGES, "taxonomy_term_id", "taxonomy_id", "organization_id", "minimum_age", "maximum_age",
    "start_time", "end_time", "day", "modified_after", "postcode", "proximity",
]  # fmt: skip
_ENDPOINTS = {
    "services": ("Service", [*_SERVICES, "minimal", "full"], []),
    "service_at_locations": ("ServiceAtLocation", _SERVICES, []),
    "organizations": ("Organization", ["search", *_PAGES, "modified_after"], ["full_service"]),
    "taxonomies": ("Taxonomy", ["search", *_PAGES], []),
    "taxonomy_terms": ("TaxonomyTerm", ["search", *_PAGES, "taxonomy_id", "parent_id", "top_only"], []),
}
_REQUIRED: dict[str, dict] = {
    "Service": {
        "id": _ID,
        "name": _TEXT,
        "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        "organization_id": _ID,
    },
    "ServiceAtLocation": {"id": _ID, "name": _TEXT, "status": _TEXT, "service_id": _ID, "location_id": _ID},
    "Organization": {"id": _ID, "name": _TEXT, "description": _TEXT},
    "Taxonomy": {"id": _ID, "name": _TEXT, "description": _TEXT},
    "TaxonomyTerm": {"id": _ID, "name": _TEXT, "description": _TEXT},
    "Withdrawn": {"id": _ID, "withdrawn": {"type": "string", "format": "date-time"}},
}
_ENVELOPE = {
    **{name: {"type": "integer"} for name in ("total_items", "total_pages", "page_number", "size")},
    **dict.fromkeys(("first_page", "last_page", "empty"), _YES_NO),
}


def document(base: str) -> dict:
    """The whole description, for the API at the address `base`."""
    paths: dict = {
        "/": _operation("Which standard this is", {"type": "object", "required": ["version", "profile", "openapi_url"]})
    }
    for name, (schema, many, one) in _ENDPOINTS.items():
        record = {"$ref": f"#/components/schemas/{schema}"}
        paths[f"/{name}"] = _operation(f"A page of {name}", _page(record), many, may_be_wrong=True)
        paths[f"/{name}/{{id}}"] = _operation(f"One of {name}", record, one, by_id=True)
    left = _page({"$ref": "#/components/schemas/Withdrawn"})
    paths["/withdrawn"] = _operation("Services that left the directory", left, ["modified_after", *_PAGES])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Services that help in Lewisham",
            "version": "3.0",
            "description": "Open Referral UK 3.0 (the UK profile of HSDS 3.0), with fields of HSDS 3.0 that the "
            "profile leaves out, and our own facts under `stop_the_violence`. What is empty is left out. Services at a "
            "confidential location carry no location. No key is needed.",
        },
        "servers": [{"url": base}],
        "paths": paths,
        "components": {
            "parameters": {name: _parameter(name) for name in _PARAMETERS},
            "schemas": {
                **{name: _record(fields) for name, fields in _REQUIRED.items()},
                "Error": _record({"error": _record({"status": {"type": "integer"}, "message": _TEXT})}),
            },
        },
    }


def _page(record: dict) -> dict:
    contents = {"contents": {"type": "array", "items": record}}
    return {"type": "object", "required": [*_ENVELOPE, "contents"], "properties": {**_ENVELOPE, **contents}}


def _parameter(name: str) -> dict:
    schema, description = _PARAMETERS[name]
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _record(fields: dict) -> dict:
    return {"type": "object", "required": list(fields), "properties": fields, "additionalProperties": True}


def _json(description: str, schema: dict) -> dict:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _operation(summary: str, schema: dict, parameters=(), *, by_id: bool = False, may_be_wrong: bool = False) -> dict:
    error = {"$ref": "#/components/schemas/Error"}
    responses = {"200": _json("What was asked for", schema)}
    if may_be_wrong or parameters:
        responses["400"] = _json("A parameter that cannot be read, and what to send instead", error)
    if by_id:
        responses["404"] = _json("Nothing that may be seen has this id", error)
    asked: list[dict] = [{"$ref": f"#/components/parameters/{name}"} for name in parameters]
    if by_id:
        asked.insert(0, {"name": "id", "in": "path", "required": True, "schema": _ID})
    return {"get": {"summary": summary, "parameters": asked, "responses": responses}}
