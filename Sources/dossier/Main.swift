import Glibc

/// The program: what the command line asks for, then its exit code.
@main
enum Main {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
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
