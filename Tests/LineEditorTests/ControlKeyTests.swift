import Glibc
import Testing

extension TerminalTests {
    @Suite("Ctrl-C, Ctrl-D, Ctrl-Z and the end of the terminal", .serialized)
    struct ControlKeys {
        @Test("Ctrl-C drops the line and never the program")
        func interrupt() throws {
            let demo = try Demo()
            for _ in 0..<5 {
                try demo.ready()
                demo.send("half a line")
                try demo.line("half a line|")
                demo.send("\u{2}\u{2}\u{3}")
                try demo.session.wait(for: "the echo and the answer") { screen in
                    screen.lines.suffix(3).dropLast() == ["demo> half a line^C", "interrupted"]
                }
            }
            try demo.enter("whole")
        }

        @Test("Ctrl-C drops an entry with all its lines")
        func interruptContinuation() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("one\\\r")
            try demo.ready("....> ")
            demo.send("two\u{3}")
            try demo.shows("interrupted")
            try demo.enter("three")
        }

        @Test("Ctrl-C works behind a key that was begun and not ended")
        func interruptAfterEscape() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("abc\u{1B}\u{3}")
            try demo.shows("interrupted")
        }

        @Test("SIGINT from elsewhere drops the line too")
        func interruptFromElsewhere() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("abc")
            try demo.line("abc|")
            kill(demo.session.processIdentifier, SIGINT)
            try demo.shows("interrupted")
            try demo.enter("whole")
        }

        @Test("Ctrl-C reaches a command that is at work")
        func interruptCommand() throws {
            let demo = try Demo()
            try demo.enter("mode")
            try demo.shows("mode: isig icanon echo")
            demo.send("work\r")
            try demo.shows("working")
            demo.send("\u{3}")
            try demo.shows("^Ccancelled")
            try demo.ready()
        }

        @Test("Ctrl-D leaves on an empty line")
        func endOfInput() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("\u{4}")
            try demo.shows("end of input")
            #expect(try demo.session.waitForExit() == 0)
        }

        @Test("Ctrl-D deletes at the cursor, and does nothing at the end of a line or in a continuation")
        func deleteInstead() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("a한b\u{2}\u{2}\u{4}")
            try demo.line("a|b")
            demo.send("\u{5}\u{4}")
            try demo.session.wait(for: "the bell") { $0.bells == 1 }
            demo.send("\\\r")
            try demo.ready("....> ")
            demo.send("\u{4}")
            try demo.session.wait(for: "the bell") { $0.bells == 2 }
            demo.send("c\r")
            try demo.read("ab\\⏎c")
        }

        @Test("Ctrl-\\ does nothing")
        func quit() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("a\u{1C}b\r")
            try demo.read("ab")
        }

        @Test("Ctrl-Z stops the program under a shell, and fg brings the line back")
        func suspend() throws {
            let shell = "PS1='sh$ ' exec bash --norc --noprofile --noediting -i"
            let demo = try Demo(arguments: ["/bin/sh", "-c", shell], environment: ["HISTFILE": "/dev/null"])
            try demo.session.wait(for: "the shell") { $0.cursorLine == "sh$" }
            demo.send(Demo.program + "\r")
            try demo.ready()
            demo.send("half 한글\u{2}")
            try demo.line("half 한|글")
            demo.send("\u{1A}")
            let stopped = try demo.session.wait(for: "the shell") { $0.cursorLine == "sh$" }
            #expect(!stopped.takesBracketedPaste)
            demo.send("stty -a | grep -o -w -e -isig -e isig\r")
            try demo.shows("isig")
            demo.send("fg\r")
            try demo.line("half 한|글")
            demo.send("X\r")
            try demo.read("half 한X글")
            try demo.ready()
            demo.send("\u{4}")
            try demo.session.wait(for: "the shell") { $0.cursorLine == "sh$" }
        }

        @Test("Ctrl-Z without a shell to go back to leaves the line as it is")
        func suspendAlone() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("half")
            try demo.line("half|")
            demo.send("\u{1A}")
            try demo.session.wait(for: "the second prompt") { $0.cursorRow == 1 && $0.textBeforeCursor == "demo> half" }
            demo.send("!\r")
            try demo.read("half!")
        }

        @Test("a program stopped and continued from elsewhere takes the terminal back")
        func stopped() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("half")
            try demo.line("half|")
            kill(demo.session.processIdentifier, SIGSTOP)
            kill(demo.session.processIdentifier, SIGCONT)
            demo.send(" more\r")
            try demo.read("half more")
        }

        @Test("a terminal that is closed ends the input and the program")
        func hangUp() throws {
            let demo = try Demo()
            try demo.ready()
            demo.send("half")
            try demo.line("half|")
            demo.session.hangUp()
            #expect(try demo.session.waitForExit() == 0)
        }

        @Test("a terminal that can only print ends the input when it is closed")
        func hangUpPlainly() throws {
            let demo = try Demo(terminal: "dumb")
            try demo.session.wait(for: "the prompt") { $0.cursorLine == "demo>" }
            demo.session.hangUp()
            #expect(try demo.session.waitForExit() == 0)
        }

        @Test("SIGTERM ends the program and leaves the terminal as it was")
        func terminated() throws {
            let shell = "PS1='sh$ ' exec bash --norc --noprofile --noediting -i"
            let demo = try Demo(arguments: ["/bin/sh", "-c", shell], environment: ["HISTFILE": "/dev/null"])
            try demo.session.wait(for: "the shell") { $0.cursorLine == "sh$" }
            demo.send("sh -c 'echo process=$$; exec \(Demo.program)'\r")
            let started = try demo.ready()
            let number = started.lines.firstNonNil { $0.hasPrefix("process=") ? pid_t($0.dropFirst(8)) : nil }
            kill(try #require(number), SIGTERM)
            let screen = try demo.session.wait(for: "the shell") { $0.cursorLine == "sh$" }
            #expect(!screen.takesBracketedPaste)
        }
    }
}

extension Sequence {
    fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
        lazy.compactMap(transform).first
    }
}
