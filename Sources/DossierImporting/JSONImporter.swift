import DossierAnalysis
import DossierLanguage
import DossierModel

/// JSON: a list of objects, or one inside of an object.
package struct JSONImporter: Importer {
    package static let name = "json"

    /// The list that rows are made of.
    static let at = FieldDefinition(
        FieldName("at"), .text, "the list of rows inside the file: at=objects, at=Event.Attribute")

    /// The format as data.
    package static let definition = ImporterDefinition(
        name,
        "a JSON list of objects: their keys are the columns, as in 'help jsonl'; at= names a list inside the file",
        settings: [at], endings: ["json"], isCutAtLines: false,
        examples: [
            Example(
                "the objects of a list inside the file",
                #"import json bundle.json at=response.Event.Attribute kind=note text="{type}: {value}""#,
                reading: Example.File(
                    "bundle.json",
                    #"{"response": [{"Event": {"info": "Phishing", "Attribute": [{"type": "url", "value": "http://example.org/a", "to_ids": true}]}}]}"#
                        + "\n"),
                answer: """
                    imported 1 note from bundle.json
                      n1  note  url: http://example.org/a
                      columns left out: to_ids
                      left behind: keys outside of 'response.Event.Attribute': response.Event.info
                    """)
        ])

    /// Looks for the list and its columns.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        .rows(try JSONListReader(try JSONList(in: file), of: file, as: PlainShape()))
    }
}
