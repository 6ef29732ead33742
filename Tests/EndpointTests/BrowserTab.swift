import Foundation
import Networking

/// One page in the browser.
final class BrowserTab {
    private let connection: WebSocketConnection
    private var session: String?
    private var calls = 0
    private var waiting: [[UInt8]] = []

    init(_ page: String, over connection: WebSocketConnection) async throws {
        self.connection = connection
        let target = try await call("Target.createTarget", ["url": "about:blank"])
        let attached = try await call(
            "Target.attachToTarget",
            ["targetId": target["targetId"] ?? "", "flatten": true]
        )
        session = attached["sessionId"] as? String
        _ = try await call(
            "Emulation.setEmulatedMedia",
            [
                "features": [["name": "prefers-reduced-motion", "value": "reduce"]]
            ]
        )
        _ = try await call("Page.navigate", ["url": page])
    }

    /// The value of an expression of JavaScript.
    @discardableResult
    func value(of expression: String) async throws -> String {
        let answer = try await call(
            "Runtime.evaluate",
            [
                "expression": "(async () => String(\(expression)))()", "awaitPromise": true,
                "returnByValue": true,
            ]
        )
        let result = answer["result"] as? [String: Any]
        guard answer["exceptionDetails"] == nil else {
            throw Browser.Failure.threw(result?["description"] as? String ?? expression)
        }
        return result?["value"] as? String ?? ""
    }

    /// Whether a condition becomes true within ten seconds; the page looks at it with every frame.
    func becomes(_ condition: String) async throws -> Bool {
        let loop = """
            await new Promise((done) => {
              const end = performance.now() + 10000;
              const look = () => (\(condition)) ? done(true)
                : performance.now() > end ? done(false) : setTimeout(look, 10);
              look();
            })
            """
        return try await value(of: loop) == "true"
    }

    /// Types a text where the focus is, and Enter.
    func type(_ text: String) async throws {
        _ = try await call("Input.insertText", ["text": text])
        _ = try await call(
            "Input.dispatchKeyEvent",
            [
                "type": "keyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r",
            ]
        )
    }

    /// The page as a person sees it, as PNG.
    func picture(width: Int, height: Int, isDark: Bool) async throws -> Data {
        _ = try await call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false]
        )
        _ = try await call(
            "Emulation.setEmulatedMedia",
            [
                "features": [
                    ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"],
                    ["name": "prefers-reduced-motion", "value": "reduce"],
                ]
            ]
        )
        try await redraw()
        let answer = try await call("Page.captureScreenshot", ["format": "png"])
        return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
    }

    /// - Throws: ``Browser/Failure/refused(_:)``.
    func call(_ method: String, _ parameters: [String: Any]) async throws -> [String: Any] {
        calls += 1
        var message: [String: Any] = ["id": calls, "method": method, "params": parameters]
        message["sessionId"] = session
        try await connection.send([Array(try JSONSerialization.data(withJSONObject: message))])
        while true {
            if waiting.isEmpty { waiting = try await connection.receive() }
            let answer = try object(waiting.removeFirst())
            guard answer["id"] as? Int == calls else { continue }
            if let error = answer["error"] { throw Browser.Failure.refused("\(error)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }
}
