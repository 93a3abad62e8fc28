/// Completions for bash(1).
enum BashCompletion {
    static var script: String {
        let names = CompletionShell.named.map(\.rawValue)
        var text = """
            # Completions for dossier, made by 'dossier completions bash'.
            _dossier() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} scope=session
                COMPREPLY=()
                if [ "$COMP_CWORD" -gt 1 ]; then
                    case ${COMP_WORDS[1]} in \(names.joined(separator: "|"))) scope=${COMP_WORDS[1]} ;; esac
                fi
                case $previous in

            """
        for option in Option.all where option.value != nil {
            text += "        \(option.name)) \(found(option.completion)) return ;;\n"
        }
        text += "    esac\n    case $scope:$current in\n"
        for scope in Option.Scope.allCases {
            let options = scope.options.map(\.name).joined(separator: " ")
            text += "        \(scope.rawValue):-*) \(found(.words([options]))) ;;\n"
        }
        for scope in Option.Scope.allCases {
            text += "        \(scope.rawValue):*) \(found(scope.completion)) ;;\n"
        }
        return text + """
                esac
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY+=($(compgen -W '\(names.joined(separator: " "))' -- "$current"))
                fi
                return 0
            }
            complete -o filenames -F _dossier dossier

            """
    }

    private static func found(_ completion: WordCompletion) -> String {
        switch completion {
        case .words(let words): return "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\"));"
        case .folders: return "mapfile -t COMPREPLY < <(compgen -d -- \"$current\");"
        case .files(let suffixes):
            let files = suffixes.map { "compgen -f -X '!*.\($0)' -- \"$current\"" }
            let all = (["compgen -d -- \"$current\""] + files).joined(separator: "; ")
            return "mapfile -t COMPREPLY < <(\(all));"
        case .nothing: return ""
        }
    }
}
