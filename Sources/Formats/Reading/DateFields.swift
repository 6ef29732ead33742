/// The fields of a date, taken from the left.
struct DateFields {
    enum Zone: Hashable {
        case missing
        case unknown
        /// East of Greenwich.
        case seconds(Int)
    }

    private var rest: Substring.UTF8View

    init(_ text: String) {
        // No date is longer.
        let short = text.utf8.count <= 64 ? text : ""
        rest = (short.foldedLine ?? "")[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// `2024-03-01`, or `Fri, 1 Mar 2024` with or without the day of the week.
    mutating func takeDay() -> (year: Int, month: Int, day: Int)? {
        if takeWord() != nil {
            take(",")
            skipBlanks()
        }
        guard let first = takeNumber() else { return nil }
        let fields: (year: Int?, month: Int?, day: Int?)
        if take("-") {
            let month = takeNumber()?.value
            fields = (first.digits == 4 ? first.value : nil, month, take("-") ? takeNumber()?.value : nil)
        } else {
            skipBlanks()
            let month = takeWord().flatMap { Self.months.firstIndex(of: String($0.prefix(3))) }
            skipBlanks()
            fields = (takeNumber().flatMap(Self.year), month.map { $0 + 1 }, first.value)
        }
        guard let year = fields.year, let month = fields.month, let day = fields.day, year > 0,
            (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day)
        else { return nil }
        return (year, month, day)
    }

    /// `10:00`, `10:00:00` or `10:00:00.000`; midnight where there is none.
    mutating func takeTime() -> (seconds: Int, fraction: Double)? {
        if !take("T"), !take("t") { skipBlanks() }
        if isAtEnd { return (0, 0) }
        guard let hour = takeNumber()?.value, take(":"), let minute = takeNumber()?.value else { return nil }
        var second = 0
        var fraction = 0.0
        if take(":") {
            guard let number = takeNumber()?.value else { return nil }
            // A leap second is the one before it.
            second = number == 60 ? 59 : number
            if take(".") {
                guard let decimals = takeNumber() else { return nil }
                fraction = (0..<decimals.digits).reduce(Double(decimals.value)) { value, _ in value / 10 }
            }
        }
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return (hour * 3600 + minute * 60 + second, fraction)
    }

    /// `Z`, `+02:00`, `+0200` or one of the names of RFC 822.
    mutating func takeZone() -> Zone {
        skipBlanks()
        if isAtEnd { return .missing }
        if let name = takeWord() { return Self.zones[name].map { .seconds($0 * 3600) } ?? .unknown }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = takeNumber() else { return .unknown }
        let offset: (hours: Int, minutes: Int)
        if hours.digits == 4 {
            offset = (hours.value / 100, hours.value % 100)
        } else if take(":") {
            offset = (hours.value, takeNumber()?.value ?? 60)
        } else {
            offset = (hours.value, 0)
        }
        guard offset.hours < 24, offset.minutes < 60 else { return .unknown }
        return .seconds(sign * (offset.hours * 3600 + offset.minutes * 60))
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static let zones = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8, "pdt": -7,
    ]

    private static func length(of month: Int, in year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// RFC 822 had two digits.
    private static func year(_ number: (value: Int, digits: Int)) -> Int? {
        switch number.digits {
        case 4: number.value
        case 2: number.value + (number.value < 50 ? 2000 : 1900)
        default: nil
        }
    }

    @discardableResult
    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipBlanks() { rest = rest.drop { $0 == 0x20 } }

    private mutating func takeNumber() -> (value: Int, digits: Int)? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard let value = Int(String(Substring(digits))) else { return nil }
        rest = rest.dropFirst(digits.count)
        return (value, digits.count)
    }

    /// Letters, as small ones.
    private mutating func takeWord() -> String? {
        let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
        guard !letters.isEmpty else { return nil }
        rest = rest.dropFirst(letters.count)
        return String(Substring(letters)).lowercased()
    }
}
