"""What XML is judged by: finds the schemas that are installed, obtains ours, and takes in those that a person gives.

A *set* is a folder of files that belong together, with a record `schema.toml` that says which schemas it holds. A
*store* is a folder of sets. Nothing here reads a schema as such: that is for `check` and `bundle`.
"""

from ries_jats.schemas.store import Language, Schema, installed, named_characters, schema, schema_path

__all__ = ["Language", "Schema", "installed", "named_characters", "schema", "schema_path"]
