import Glibc

/// The program: what the command line asks for, then its exit code.
@main
enum Main {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGBUS, fileWasCut)
        let console = Console()
        let code: Int32
        do throws(UsageError) {
            code = Program(console: console).run(try Invocation(Array(CommandLine.arguments.dropFirst())))
        } catch {
            console.fail("dossier: \(error.problem)" + (error.suggestion.map { "; did you mean '\($0)'?" } ?? ""))
            console.fail("'dossier --help' says what may stand here")
            code = 64
        }
        console.flush()
        exit(code)
    }
}

/// Ends the program where a mapped file became shorter under it: what it would read is gone, and nothing is lost, since
/// every command that was answered is in the log.
private func fileWasCut(_ signal: Int32) {
    let message: StaticString = "dossier: the session's file became shorter while it was open; open it again\n"
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(74)
}
