/// Completions for zsh(1), with the function `_arguments` of zshcompsys(1).
enum ZshCompletion {
    static var script: String {
        let scopes = CompletionShell.named.map { CompletionShell.quoted("\($0.rawValue):\(escaped($0.summary))") }
        var text = """
            #compdef dossier
            # Completions for dossier, made by 'dossier completions zsh'.
            _dossier_first() {
                local -a scopes=(\(scopes.joined(separator: " ")))
                _describe command scopes
                \(action(Option.Scope.session.completion))
            }
            _dossier() {
                if (( CURRENT > 2 )); then
                    case ${words[2]} in

            """
        for scope in CompletionShell.named {
            text += """
                            \(scope.rawValue))
                                shift words
                                (( CURRENT-- ))
                                _arguments \(arguments(of: scope, after(scope)))
                                return ;;

                """
        }
        return text + """
                    esac
                fi
                _arguments \(arguments(of: .session, ["1:session:_dossier_first"]))
            }
            _dossier "$@"

            """
    }

    private static func arguments(of scope: Option.Scope, _ words: [String]) -> String {
        let options = scope.options.map { option in
            let value = option.value.map { ":\(escaped($0)):\(action(option.completion))" } ?? ""
            return "\(option.name)[\(escaped(option.summary))]\(value)"
        }
        return (options + words).map(CompletionShell.quoted).joined(separator: " ")
    }

    /// What may follow the options.
    private static func after(_ scope: Option.Scope) -> [String] {
        if case .nothing = scope.completion { return [] }
        return ["*:argument:" + action(scope.completion)]
    }

    private static func action(_ completion: WordCompletion) -> String {
        switch completion {
        case .words(let words): "(" + words.joined(separator: " ") + ")"
        case .folders: "_files -/"
        // Around one name alone parentheses would be qualifiers of the pattern.
        case .files(let suffixes):
            "_files -g \"*." + (suffixes.count == 1 ? suffixes[0] : "(\(suffixes.joined(separator: "|")))") + "\""
        case .nothing: " "
        }
    }

    /// A text in which the marks of `_arguments` stand for themselves.
    private static func escaped(_ text: String) -> String {
        text.map { ":[]\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
