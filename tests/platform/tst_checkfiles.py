#!/usr/bin/env python3
"""Weakens one setting at a time in a copy of the real files; each time the check must say so."""
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import checkfiles  # noqa: E402

PLATFORM = pathlib.Path(__file__).parents[2] / "platform"
MANIFEST = "android/AndroidManifest.xml"
NETWORK = "android/res/xml/network_security_config.xml"
UNIT = "linux/doorstep-hub.service"
WEAKENED = [
    (MANIFEST, 'allowBackup="false"', 'allowBackup="true"'),
    (MANIFEST, 'usesCleartextTraffic="false"', 'usesCleartextTraffic="true"'),
    (MANIFEST, "android.permission.ACCESS_NETWORK_STATE", "android.permission.READ_CONTACTS"),
    (MANIFEST, 'minSdkVersion="26"', 'minSdkVersion="21"'),
    (MANIFEST, "org.doorstep.app.DoorstepActivity", "org.qtproject.qt.android.bindings.QtActivity"),
    (MANIFEST, "</manifest>", ""),
    ("android/res/xml/data_extraction_rules.xml", '<exclude domain="database" path="." />', ""),
    (NETWORK, 'cleartextTrafficPermitted="false"', 'cleartextTrafficPermitted="true"'),
    (NETWORK, 'src="system"', 'src="user"'),
    ("android/src/org/doorstep/app/DoorstepActivity.java", "FLAG_SECURE", "FLAG_FULLSCREEN"),
    ("ios/Info.plist", "<key>NSAllowsArbitraryLoads</key>\n        <false/>", "<key>NSAllowsArbitraryLoads</key><true/>"),
    ("ios/PrivacyInfo.xcprivacy", "<key>NSPrivacyTracking</key>\n    <false/>", "<key>NSPrivacyTracking</key><true/>"),
    (UNIT, "NoNewPrivileges=yes", "NoNewPrivileges=no"),
    (UNIT, "ProtectSystem=strict", ""),
    (UNIT, "User=doorstep-hub", "User=root"),
    (UNIT, "127.0.0.1:8420", "0.0.0.0:8420"),
    (UNIT, "UMask=0077", "UMask=0022"),
]


class PlatformFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.copy = pathlib.Path(folder.name) / "platform"
        for name in checkfiles.FILES:
            (self.copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PLATFORM / name, self.copy / name)

    def test_files_as_they_are_have_no_findings(self):
        self.assertEqual(checkfiles.check_all(self.copy), [])

    def test_each_weakened_setting_is_found(self):
        for name, strong, weak in WEAKENED:
            with self.subTest(f"{name}: {strong}"):
                original = (self.copy / name).read_text(encoding="utf-8")
                self.assertIn(strong, original)
                (self.copy / name).write_text(original.replace(strong, weak), encoding="utf-8")
                findings = checkfiles.check_all(self.copy)
                (self.copy / name).write_text(original, encoding="utf-8")
                self.assertTrue(findings)
                self.assertTrue(all(name in finding for finding in findings), findings)

    def test_missing_files_are_found(self):
        self.assertEqual(len(checkfiles.check_all(self.copy / "nowhere")), len(checkfiles.FILES))


if __name__ == "__main__":
    unittest.main()
