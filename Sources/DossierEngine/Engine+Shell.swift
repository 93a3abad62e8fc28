import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage
import DossierText

/// What commands ask of the shell on a terminal.
extension Engine {
    /// The entries of the history that were asked for, with their numbers.
    func typed(_ request: EntryRequest, at place: Place) throws(Diagnostic) -> Answer {
        guard let shell else { throw .onlyInShell("history", at: place) }
        let words = request.words.map { FoldedText.of($0) }
        let found = shell.entries.enumerated().filter { entry in
            if words.isEmpty { return true }
            let text = FoldedText.of(entry.element)
            return words.allSatisfy { text.utf8Contains($0) }
        }.suffix(request.limit)
        if found.isEmpty { return .line(StyledText("no entries", .faint), json: .array([])) }
        let rows = found.flatMap { entry in
            entry.element.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
                Block.Labelled(label: index == 0 ? String(entry.offset + 1) : "", text: StyledText(String(line)))
            }
        }
        return Answer([.fields(rows)], json: .array(found.map { .string($0.element) }))
    }

    /// Lets the user edit a text, and makes one `set` of what changed: it alone is logged and recorded.
    ///
    /// Where the text cannot stand the command is in the history, so that the work is not lost.
    func edit(_ edit: TextEdit, at place: Place, into reply: inout Reply) throws(Diagnostic) {
        guard let shell else { throw .onlyInShell("edit", at: place) }
        if let reason = readOnlyReason {
            throw .storage(StorageError("the session cannot change: \(reason)", exit: .noPermission), at: place)
        }
        let text: String
        do { text = try shell.edit(edit.text) } catch {
            throw .storage(
                StorageError(error.problem, notes: ["'\(edit.record)' is unchanged"], exit: .failure), at: place)
        }
        if text == edit.text {
            reply.answer = .line(StyledText("nothing changed", .faint), json: .null)
            return
        }
        let value = text.isEmpty ? "" : ScriptText.quoted(text)
        let command = "set \(edit.record) \(edit.field.text)=\(value)"
        var answer = reply
        do { try run(SourceText(command)) { answer = $0 } } catch {
            shell.remember(command)
            var error = error
            error.notes.append("the command is in the history: press Up to get your text back")
            throw error
        }
        reply = answer
    }
}

extension Diagnostic {
    fileprivate static func onlyInShell(_ verb: String, at place: Place) -> Diagnostic {
        Diagnostic(.onlyInShell, "'\(verb)' works only in the shell on a terminal", at: place)
    }
}
