/// A script of so many commands of every sort that changes something, and the same work as statements of SQL.
struct SyntheticScript {
    let count: Int

    private static let actors = 20

    /// Writes the script.
    func write(to path: String) {
        let file = FileStream(path)
        for number in 1...Self.actors { file.write("add entity actor-\(number) \"\(SyntheticWords.name(number))\"\n") }
        each { number, step, random in
            let actor = "actor-\(1 + random.next(Self.actors))"
            switch step {
            case .event:
                let when = SyntheticTimes.time(&random)
                file.write("add event \(when) \"\(SyntheticWords.line(words: 8, &random))\" actor=\(actor) #troops\n")
            case .claim(let event):
                file.write(
                    "add claim \"\(SyntheticWords.line(words: 8, &random))\" speaker=\(actor) about=e\(event) grade=B2\n"
                )
            case .link(let from, let to): file.write("link e\(from) precedes e\(to)\n")
            case .set(let event): file.write("set e\(event) status=disputed quantity=~\(number)\n")
            case .annotate(let event):
                file.write("annotate e\(event) -- \(SyntheticWords.line(words: 8, &random))\n")
            }
        }
        file.close()
    }

    /// Writes the same as one transaction.
    func writeSQL(to path: String) {
        let file = FileStream(path)
        file.write(
            """
            pragma journal_mode=wal; pragma synchronous=full;
            create table events (id integer primary key, time text, title text, actor text, tag text, status text, quantity text);
            create table claims (id integer primary key, title text, speaker text, about integer, grade text);
            create table links (id integer primary key, start integer, relation text, finish integer);
            create table notes (id integer primary key, target integer, words text);
            begin;

            """)
        each { number, step, random in
            let actor = "actor-\(1 + random.next(Self.actors))"
            switch step {
            case .event:
                let when = SyntheticTimes.time(&random)
                let title = SyntheticWords.line(words: 8, &random)
                file.write("insert into events values (null,'\(when)','\(title)','\(actor)','troops',null,null);\n")
            case .claim(let event):
                let title = SyntheticWords.line(words: 8, &random)
                file.write("insert into claims values (null,'\(title)','\(actor)',\(event),'B2');\n")
            case .link(let from, let to):
                file.write("insert into links values (null,\(from),'precedes',\(to));\n")
            case .set(let event):
                file.write("update events set status='disputed', quantity='~\(number)' where id=\(event);\n")
            case .annotate(let event):
                let words = SyntheticWords.line(words: 8, &random)
                file.write("insert into notes values (null,\(event),'\(words)');\n")
            }
        }
        file.write("commit;\n")
        file.close()
    }

    private enum Step {
        case event
        case claim(event: Int)
        case link(from: Int, to: Int)
        case set(event: Int)
        case annotate(event: Int)
    }

    /// Four commands of ten add an event; claims, links, changes and notes are about events that stand already.
    private func each(_ body: (Int, Step, inout SeededRandom) -> Void) {
        var events = 0
        for number in 1...max(count, 1) {
            var random = SeededRandom(number)
            let choice = events < 2 ? 0 : random.next(10)
            let event = 1 + random.next(max(events, 1))
            let other = 1 + event % max(events, 1)
            let step: Step =
                switch choice {
                case 0...3: .event
                case 4, 5: .claim(event: event)
                case 6, 7: .link(from: event, to: other)
                case 8: .set(event: event)
                default: .annotate(event: event)
                }
            if case .event = step { events += 1 }
            body(number, step, &random)
        }
    }
}
