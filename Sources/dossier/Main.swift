import DossierStorage
import Glibc

/// The program: what the command line asks for, then its exit code.
@main
enum Main {
    static func main() {
        guard StandardStreams.occupy() else {
            say("dossier: /dev/null cannot be opened\n")
            exit(74)
        }
        signal(SIGPIPE, SIG_IGN)
        // A file that would grow beyond the limit of its user is then an error of the disk, EFBIG.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGBUS, fileWasCut)
        let console = Console()
        let arguments = Array(CommandLine.arguments.dropFirst())
        let code: Int32
        do throws(UsageError) {
            code = Program(console: console).run(try Invocation(arguments))
        } catch {
            console.fail("dossier: \(error.problem)" + (error.suggestion.map { "; did you mean '\($0)'?" } ?? ""))
            let task = arguments.first.flatMap(Option.Scope.named).map { $0.rawValue + " " } ?? ""
            console.fail("'dossier \(task)--help' lists the options")
            code = 64
        }
        exit(console.finish(code))
    }
}

/// Ends the program where a mapped file became shorter under it: what it would read is gone, and nothing is lost, since
/// every command that was answered is in the log.
private func fileWasCut(_ signal: Int32) {
    say("dossier: the session's file became shorter while it was open; open it again\n")
    _exit(74)
}

/// Safe within a signal handler (POSIX.1-2017, section 2.4.3).
private func say(_ message: StaticString) {
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
}
