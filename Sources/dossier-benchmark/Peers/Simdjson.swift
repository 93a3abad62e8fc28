/// simdjson, on demand: a small C++ program that is compiled where the compiler and the library are there.
final class Simdjson {
    private let files: TemporaryFiles
    private let program: String

    init?() {
        files = TemporaryFiles(["filter.cpp": Simdjson.source, "filter": ""])
        program = files.path + "/filter"
        let compiler = ["g++", "-O3", "-march=native", "-std=c++17", "-o", program, files.path + "/filter.cpp"]
        if ChildProcess.run(compiler + ["-lsimdjson"]) == nil { return nil }
    }

    /// The command that finds the events of a place, sorts them by their first day and prints fifty.
    func command(_ lines: String, place: String) -> [String] { [program, lines, place] }

    private static let source = """
        #include <simdjson.h>
        #include <algorithm>
        #include <cstdio>
        #include <string>
        #include <vector>
        using namespace simdjson;
        int main(int, char **arguments) {
            ondemand::parser parser;
            padded_string text;
            if (padded_string::load(arguments[1]).get(text)) return 1;
            ondemand::document_stream events;
            if (parser.iterate_many(text, 1 << 22).get(events)) return 1;
            std::string place = arguments[2];
            struct Row { std::string earliest, id, title; };
            std::vector<Row> rows;
            for (auto event : events) {
                ondemand::object object;
                if (event.get_object().get(object)) return 1;
                std::string_view id, title, earliest, value;
                bool found = false;
                if (object["id"].get_string().get(id)) return 1;
                if (object["title"].get_string().get(title)) return 1;
                ondemand::array places;
                if (object["place"].get_array().get(places)) return 1;
                for (auto element : places) {
                    if (element.get_string().get(value)) return 1;
                    found = found || value == place;
                }
                if (!found) continue;
                if (object["earliest"].get_string().get(earliest)) return 1;
                rows.push_back({std::string(earliest), std::string(id), std::string(title)});
            }
            std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.earliest < b.earliest; });
            for (size_t row = 0; row < rows.size() && row < 50; row++)
                std::printf("%s %s %s\\n", rows[row].id.c_str(), rows[row].earliest.c_str(), rows[row].title.c_str());
            return rows.empty();
        }
        """
}
