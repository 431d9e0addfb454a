#!/usr/bin/env python3
"""Each rule of the layer test against a made-up tree that breaks it, so that a pass on the real tree means something."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import checklayers  # noqa: E402

GOOD = {
    "src/base/result.h": "#include <QString>\n",
    "src/domain/person.h": '#include "base/result.h"\n// QSqlDatabase and setContextProperty are only mentioned\n',
    "src/sql/connection.h": '#include "base/result.h"\n#include <sqlcipher/sqlite3.h>\n',
    "src/store/outbox.cpp": '#include "sql/connection.h"\n#include "outbox.h"\n',
    "src/store/outbox.h": "#pragma once\n",
    "src/app/main.cpp": '#include "store/outbox.h"\nint main() { std::cout << "//"; }\n',
    "platform/api/keystore.h": '#include "base/result.h"\n',
    "platform/fake/fakekeystore.h": '#include "platform/api/keystore.h"\n',
    "qml/Controls/Card.qml": "import QtQuick\nRectangle { property int count }\n",
    "qml/Today/TodayPage.qml": "import QtQuick.Layouts\nimport Doorstep.Controls\nimport Doorstep.Ui\nItem {}\n",
    "qml/App/Main.qml": "import QtQuick\nimport Doorstep.Today\nItem {}\n",
}

BAD = [
    ("src/domain/a.h", '#include "sql/connection.h"\n', "src/domain may not include sql/connection.h"),
    ("src/domain/b.h", "#include <store/outbox.h>\n", "src/domain may not include store/outbox.h"),
    ("src/store/c.cpp", '#include "../app/main.cpp"\n', "src/store may not include ../app/main.cpp"),
    ("platform/linux/d.cpp", '#include "platform/fake/fakekeystore.h"\n', "platform/linux may not include"),
    ("src/store/e.cpp", "#include <QNetworkReply>\n", "QNetworkReply belongs to"),
    ("src/hub/f.cpp", "#include <sqlcipher/sqlite3.h>\n", "belongs to src/sql"),
    ("src/elsewhere/g.h", "\n", "has no line in layers.txt"),
    ("src/ui/h.cpp", "void f() { context->setContextProperty(name, object); }\n", "setInitialProperties"),
    ("src/ui/i.cpp", "int t = qmlRegisterType<Page>();\n", "QML_ELEMENT"),
    ("src/ui/today/j.h", "QVariantMap person() const;\n", "typed properties"),
    ("src/sync/k.cpp", "void f() { std::cout << 1; }\n", "only programs print"),
    ("src/store/l.h", "QSqlDatabase open();\n", "sql::Connection"),
    ("qml/Controls/M.qml", "import Doorstep.Ui\nItem {}\n", "qml/Controls may not import Doorstep.Ui"),
    ("qml/Today/N.qml", "import Doorstep.People\nItem {}\n", "qml/Today may not import Doorstep.People"),
    ("qml/Today/O.qml", 'import "../Controls"\nItem {}\n', "not a path"),
    ("qml/Today/P.qml", "Item { readonly property var person: null }\n", "its type"),
    ("qml/Today/q.js", "function f() {}\n", "no scripts under qml"),
]


class LayerRules(unittest.TestCase):
    def findings(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                file = pathlib.Path(folder) / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return checklayers.check_tree(folder)[0]

    def test_good_tree_has_no_findings(self):
        self.assertEqual(self.findings(GOOD), [])

    def test_each_broken_rule_is_the_only_finding(self):
        for name, text, expected in BAD:
            with self.subTest(name):
                found = self.findings({**GOOD, name: text})
                self.assertEqual(len(found), 1, found)
                self.assertIn(name, found[0])
                self.assertIn(expected, found[0])

    def test_empty_tree_is_a_finding(self):
        self.assertEqual(len(self.findings({})), 1)

    def test_tree_without_qml_is_a_finding(self):
        self.assertEqual(len(self.findings({name: text for name, text in GOOD.items() if "qml" not in name})), 1)


if __name__ == "__main__":
    unittest.main()
