/// Completions for fish(1), with its command `complete`.
enum FishCompletion {
    static var script: String {
        let names = CompletionShell.named.map(\.rawValue).joined(separator: " ")
        var text = """
            # Completions for dossier, made by 'dossier completions fish'.
            complete -c dossier -f

            """
        for scope in CompletionShell.named {
            let summary = CompletionShell.quoted(scope.summary)
            text += "complete -c dossier -n __fish_is_first_token -a \(scope.rawValue) -d \(summary)\n"
        }
        for scope in Option.Scope.allCases {
            let condition =
                scope == .session
                ? "not __fish_seen_subcommand_from \(names)" : "__fish_seen_subcommand_from \(scope.rawValue)"
            let start = "complete -c dossier -n '\(condition)'"
            if let values = values(scope.completion) { text += "\(start) -k -a \(values)\n" }
            for option in scope.options {
                text += "\(start) \(flag(option)) -d \(CompletionShell.quoted(option.summary))\n"
            }
        }
        return text
    }

    private static func flag(_ option: Option) -> String {
        let name = option.name.hasPrefix("--") ? "-l \(option.name.dropFirst(2))" : "-s \(option.name.dropFirst())"
        guard option.value != nil else { return name }
        return name + " -x" + (values(option.completion).map { " -a \($0)" } ?? "")
    }

    private static func values(_ completion: WordCompletion) -> String? {
        switch completion {
        case .words(let words): CompletionShell.quoted(words.joined(separator: " "))
        case .folders: "'(__fish_complete_directories)'"
        case .files(let suffixes):
            CompletionShell.quoted("(" + suffixes.map { "__fish_complete_suffix .\($0)" }.joined(separator: "; ") + ")")
        case .nothing: nil
        }
    }
}
