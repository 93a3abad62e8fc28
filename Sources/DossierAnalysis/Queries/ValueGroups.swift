import DossierModel
import DossierText
import DossierTime

/// Values of a field that count as one, since `FIELD:VALUE` finds them together.
package struct ValueGroups {
    package private(set) var groups: [Group] = []
    private var indices: [String: Int] = [:]

    package init() {}

    /// The spellings of one value.
    package struct Group {
        fileprivate var spellings: [(text: String, count: Int)] = []

        /// The spelling that stands most often, of several the first.
        package var label: String {
            var best = spellings.first
            for spelling in spellings where spelling.count > best?.count ?? 0 { best = spelling }
            return best?.text ?? ""
        }
    }

    /// A group, and a spelling in it.
    package struct Place {
        package let group: Int
        fileprivate let spelling: Int
    }

    /// The place of a value of a field; where it is the first of its group, the group is made.
    package mutating func place(of value: FieldValue, _ type: FieldType?) -> Place {
        let (key, text) = (value.groupKey(type), value.typed)
        let group = indices[key] ?? groups.count
        if group == groups.count {
            indices[key] = group
            groups.append(Group())
        }
        if let spelling = groups[group].spellings.firstIndex(where: { $0.text.hasSameBytes(as: text) }) {
            return Place(group: group, spelling: spelling)
        }
        groups[group].spellings.append((text, 0))
        return Place(group: group, spelling: groups[group].spellings.count - 1)
    }

    /// Counts a spelling once more.
    package mutating func count(_ place: Place) { groups[place.group].spellings[place.spelling].count += 1 }
}

extension FieldValue {
    /// What is the same for all values that count as one: of texts their folded form, of words that are listed the listed
    /// spelling, of quantities the number with the name of the unit. All others are themselves.
    fileprivate func groupKey(_ type: FieldType?) -> String {
        switch self {
        case .text(let text):
            guard case .word(let vocabulary)? = type else { return FoldedText.of(text) }
            return FoldedText.of((try? vocabulary.read(text)) ?? text)
        case .quantity(let quantity):
            guard let unit = quantity.unit else { return quantity.text }
            return String(quantity.text.dropLast(quantity.suffix.count)) + " " + MeasuredUnit.plain(unit)
        default: return typed
        }
    }
}
