import Glibc
import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import dossier

/// Runs a program of the system.
private func run(_ words: [String], in folder: TemporaryFolder) throws -> (output: String, errors: String, code: Int32)
{
    let files = ["out", "err"].map { open(folder.file($0), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) }
    defer { for file in files { close(file) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, files[0], 1)
    posix_spawn_file_actions_adddup2(&actions, files[1], 2)
    var arguments = (["/usr/bin/env", "-C", folder.path] + words).map { strdup($0) } + [nil]
    var variables = [strdup("PATH=/usr/bin:/bin"), strdup("LC_ALL=C.UTF-8"), nil]
    defer { for word in arguments + variables { free(word) } }
    var id = pid_t()
    let result = Dossier.spawning.withLock { _ in
        posix_spawn(&id, "/usr/bin/env", &actions, nil, &arguments, &variables)
    }
    try #require(result == 0)
    let code = try Child(id: id, folder: folder).wait()
    return (folder.text(of: "out") ?? "", folder.text(of: "err") ?? "", code)
}

@Suite struct ManualTests {
    @Test("the manual page names every option, verb, code and way to call")
    func names() throws {
        let page = try Dossier(try TemporaryFolder()).run("manual").output.replacing("\\-", with: "-")
        for option in Option.all { #expect(page.contains("\\fB\(option.usage)\\fR"), "\(option.name)") }
        for command in CommandTable.all { #expect(page.contains("\\fB\(command.definition.name)"), "\(command)") }
        for scope in Option.Scope.allCases { #expect(page.contains(scope.rawValue), "\(scope)") }
        for code in ExitCodes.all { #expect(page.contains("\\fB\(code.code)\\fR\n\(code.meaning).")) }
        #expect(page.utf8.allSatisfy { $0 < 0x80 }, "what is not ASCII stands by its number")
    }

    @Test(
        "groff sets it without a warning, and no mark of roff is left", .enabled(if: SystemProgram.isExpected("groff")))
    func groff() throws {
        let folder = try TemporaryFolder()
        try folder.write(try Dossier(folder).run("manual").output, to: "dossier.1")
        let page = try run(["groff", "-man", "-Tutf8", "-ww", "-P-cbou", "dossier.1"], in: folder)
        #expect(page.errors.isEmpty && page.code == 0)
        #expect(page.output.contains("SYNOPSIS\n       dossier [SESSION.json] [-c COMMAND]… [OPTION]…\n"))
        #expect(page.output.contains("\n       --into SESSION.json\n"))
        #expect(!page.output.contains("\\f") && !page.output.contains("u2026"))
    }
}

@Suite struct CompletionScriptTests {
    /// What bash puts in for the last of some words.
    private func completed(_ words: [String]) throws -> [String] {
        let folder = try TemporaryFolder(["a.json": "", "b.dossier": "", "c.md": "", "d.txt": "", "sub/x": ""])
        try folder.write(BashCompletion.script, to: "completions")
        let list = words.map { "'\($0)'" }.joined(separator: " ")
        let script =
            "source ./completions && COMP_WORDS=(\(list)) COMP_CWORD=\(words.count - 1) && "
            + "_dossier && printf '%s\\n' \"${COMPREPLY[@]}\""
        let result = try run(["bash", "-c", script], in: folder)
        #expect(result.errors.isEmpty && result.code == 0)
        return result.output.split(separator: "\n").map(String.init).sorted()
    }

    @Test("bash completes what may stand", .enabled(if: SystemProgram.isExpected("bash")))
    func bash() throws {
        #expect(try completed(["dossier", "re"]) == ["repair", "replay"])
        #expect(try completed(["dossier", "--re"]) == ["--read-only"])
        #expect(
            try completed(["dossier", ""]) == [
                "a.json", "compact", "completions", "manual", "repair", "replay", "schema", "sub",
            ])
        #expect(try completed(["dossier", "replay", ""]) == ["b.dossier", "c.md", "sub"])
        #expect(try completed(["dossier", "replay", "--ver"]) == ["--verify", "--version"])
        #expect(try completed(["dossier", "replay", "--into", ""]) == ["a.json", "sub"])
        #expect(try completed(["dossier", "replay", "--allow-write", ""]) == ["sub"])
        #expect(try completed(["dossier", "--trust", ""]) == ["log", "state"])
        #expect(try completed(["dossier", "-c", ""]) == [])
        #expect(try completed(["dossier", "completions", "z"]) == ["zsh"])
        #expect(try completed(["dossier", "repair", ""]) == ["a.json", "sub"])
        #expect(try completed(["dossier", "compact", "--no-a"]) == ["--no-archive"])
        #expect(try completed(["dossier", "schema", "--"]) == ["--help", "--version"])
    }

    @Test("every option that a scope takes is completed there, and no other")
    func options() throws {
        for scope in Option.Scope.allCases {
            let words = scope == .session ? ["dossier", "x.json", "--"] : ["dossier", scope.rawValue, "--"]
            #expect(try completed(words) == scope.options.map(\.name).filter { $0.hasPrefix("--") }.sorted())
        }
    }

    @Test(
        "each shell reads its script without an error",
        arguments: CompletionShell.allCases.filter { SystemProgram.isInstalled($0.rawValue) })
    func syntax(shell: CompletionShell) throws {
        let folder = try TemporaryFolder()
        let script = try Dossier(folder).run("completions", shell.rawValue)
        #expect(script.code == 0 && script.errors.isEmpty)
        try folder.write(script.output, to: "script")
        let result = try run([shell.rawValue, "-n", "script"], in: folder)
        #expect(result.errors.isEmpty && result.code == 0)
    }

    @Test("in zsh a pattern for one kind of file has no parentheses, which would be its qualifiers")
    func patterns() {
        #expect(ZshCompletion.script.contains("'1:session:_dossier_first'"))
        #expect(ZshCompletion.script.contains("_files -g \"*.json\"") && !ZshCompletion.script.contains("(json)"))
        #expect(ZshCompletion.script.contains("_files -g \"*.(dossier|md)\""))
    }

    @Test("every script names every option and scope", arguments: CompletionShell.allCases)
    func whole(shell: CompletionShell) {
        for option in Option.all {
            let name = shell == .fish ? String(option.name.drop { $0 == "-" }) : option.name
            #expect(shell.script.contains(name), "\(option.name)")
        }
        for scope in CompletionShell.named { #expect(shell.script.contains(scope.rawValue)) }
    }
}
