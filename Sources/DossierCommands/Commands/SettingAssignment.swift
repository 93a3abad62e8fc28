import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `set shell NAME=VALUE…`: gives settings new values.
struct SettingAssignment {
    let call: Call

    /// Whether a call of `set` means the shell: an entity that has the id `shell` keeps its name for its own fields.
    func isMeant(in session: Session) -> Bool {
        guard call.arguments.count == 1, call.arguments[0].isWord("shell") else { return false }
        if session[Identifier(known: "shell")] == nil { return true }
        return call.tags.isEmpty && call.fields.allSatisfy { Setting(rawValue: $0.field?.name ?? "") != nil }
    }

    /// The settings after the call, and what it answers.
    ///
    /// - Throws: a diagnostic where a name or a value is none, or a script runs.
    func outcome(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript {
            throw .notInScript(
                "set shell", at: call.verb.place, notes: ["a script cannot change the settings of the shell"])
        }
        if let tag = call.tags.first { throw .unknownSetting(tag.text, at: tag.place) }
        var settings = context.settings
        var blocks: [Block] = []
        var members: [JSONMember] = []
        var notices: [String] = []
        for field in call.fields.compactMap(\.field) {
            guard let setting = Setting(rawValue: field.name) else {
                throw .unknownSetting(field.name, at: field.namePlace)
            }
            guard field.comparison == .equal else {
                throw Diagnostic(
                    .wrongOperator, "use '=' to change a setting", at: field.namePlace,
                    expectation: "\(field.name)=\(setting.usage)")
            }
            let old = settings[setting]
            do { try settings.set(setting, to: field.value?.text, from: "typed") } catch {
                throw field.value?.token.invalid(error) ?? call.verb.invalid(error)
            }
            let new = settings[setting]
            if let doubt = setting.doubt(about: new) { notices.append(doubt) }
            blocks.append(
                .line(
                    StyledText("shell", .identifier) + StyledText("  \(setting.rawValue): ", .faint)
                        + (old == new ? StyledText(new) : StyledText(old) + StyledText(" → ") + StyledText(new))))
            members.append(JSONMember(key: setting.rawValue, value: .string(new)))
        }
        return Outcome(
            answer: Answer(blocks, json: .object(JSONObject(members: members))), notices: notices,
            effect: .set(settings))
    }
}

extension Diagnostic {
    fileprivate static func unknownSetting(_ name: String, at place: Place) -> Diagnostic {
        let error = Setting.unknown(name)
        return Diagnostic(
            .unknownSetting, error.problem, at: place, expectation: error.expectation, suggestion: error.suggestion)
    }
}
