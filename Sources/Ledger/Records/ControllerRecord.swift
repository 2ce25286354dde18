import CanonicalJSON
import Consent

/// A controller as an open record holds it.
enum ControllerRecord {
    static func json(of controller: Controller) -> JSONValue {
        let details = Controller.Detail.allCases.compactMap { detail in
            controller[detail].map { JSONValue.Member(detail.rawValue, .string($0)) }
        }
        let country = controller.country.map { [JSONValue.Member("country", .string($0))] } ?? []
        return .object([.init("name", .string(controller.name))] + country + details)
    }

    static func controller(from json: JSONValue?) -> Controller? {
        guard let json, let name = json["name"]?.text else { return nil }
        var details: [Controller.Detail: String] = [:]
        for detail in Controller.Detail.allCases { details[detail] = json[detail.rawValue]?.text }
        return Controller(name: name, country: json["country"]?.text, details: details)
    }
}
