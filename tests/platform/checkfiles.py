#!/usr/bin/env python3
"""Reads the files that packagers of each system use, and fails when a setting that protects people is gone.

Usage: checkfiles.py [ROOT]. A file that is missing or cannot be parsed is a finding too.
"""
import configparser
import pathlib
import plistlib
import sys
import xml.etree.ElementTree as ElementTree

ANDROID = "{http://schemas.android.com/apk/res/android}"
ALLOWED_PERMISSIONS = {"android.permission.INTERNET", "android.permission.ACCESS_NETWORK_STATE"}
BACKED_UP = {"root", "file", "database", "sharedpref", "external",
             "device_root", "device_file", "device_database", "device_sharedpref"}
SERVICE = {
    "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes",
    "PrivateDevices": "yes", "CapabilityBoundingSet": "", "MemoryDenyWriteExecute": "yes",
    "StateDirectory": "doorstep-hub", "StateDirectoryMode": "0700", "UMask": "0077", "LimitCORE": "0",
    "IPAddressDeny": "any", "IPAddressAllow": "localhost",
}


def read_ini(file):
    """systemd lets a key appear twice; those that are checked appear once."""
    parser = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str
    parser.read_string(file.read_text(encoding="utf-8"))
    return parser


def read_xml(file):
    return ElementTree.parse(file).getroot()


def read_plist(file):
    return plistlib.loads(file.read_bytes())


def expect(holds, words):
    if not holds:
        yield words


def check_manifest(manifest):
    app = manifest.find("application")
    for name, value in (("allowBackup", "false"), ("fullBackupContent", "false"), ("usesCleartextTraffic", "false"),
                        ("dataExtractionRules", "@xml/data_extraction_rules"),
                        ("networkSecurityConfig", "@xml/network_security_config")):
        yield from expect(app.get(ANDROID + name) == value, f"{name} is not {value}")
    yield from expect(app.get(ANDROID + "debuggable") is None, "debuggable is set")
    asked = {entry.get(ANDROID + "name") for entry in manifest.findall("uses-permission")}
    yield from expect(asked == ALLOWED_PERMISSIONS, f"the permissions are {sorted(asked)}")
    sdk = manifest.find("uses-sdk")
    yield from expect(sdk is not None and int(sdk.get(ANDROID + "minSdkVersion")) >= 26, "minSdkVersion is below 26")
    activity = app.find("activity").get(ANDROID + "name")
    yield from expect(activity == "org.doorstep.app.DoorstepActivity", f"{activity} does not keep screenshots out")


def check_extraction(rules):
    for kind in ("cloud-backup", "device-transfer"):
        part = rules.find(kind)
        excluded = {entry.get("domain") for entry in part.findall("exclude")} if part is not None else set()
        yield from expect(excluded == BACKED_UP, f"{kind} does not exclude {sorted(BACKED_UP - excluded)}")
        yield from expect(part is None or part.find("include") is None, f"{kind} includes something")


def check_network(config):
    base = config.find("base-config")
    yield from expect(base is not None and base.get("cleartextTrafficPermitted") == "false", "cleartext is not off")
    yield from expect(config.find(".//certificates[@src='user']") is None, "authorities added by the user are trusted")
    permitted = [entry for entry in config.iter() if entry.get("cleartextTrafficPermitted") == "true"]
    yield from expect(not permitted, "cleartext is permitted somewhere")


def check_activity(source):
    flags, start = source.find("FLAG_SECURE,"), source.find("super.onCreate")
    yield from expect(0 <= flags < start, "FLAG_SECURE is not set before the window is made")


def check_info(info):
    security = info.get("NSAppTransportSecurity", {})
    yield from expect(security == {"NSAllowsArbitraryLoads": False}, "transport security has exceptions")
    for key in ("UIFileSharingEnabled", "LSSupportsOpeningDocumentsInPlace"):
        yield from expect(info.get(key) is False, f"{key} is not off")
    yield from expect("UIBackgroundModes" not in info, "background modes are asked for")


def check_privacy(privacy):
    yield from expect(privacy.get("NSPrivacyTracking") is False, "tracking is not off")
    yield from expect(privacy.get("NSPrivacyTrackingDomains") == [], "tracking domains are named")
    collected = privacy.get("NSPrivacyCollectedDataTypes", [])
    health = "NSPrivacyCollectedDataTypeHealth"
    yield from expect(any(entry["NSPrivacyCollectedDataType"] == health for entry in collected), "health is not declared")
    tracked = [entry for entry in collected if entry["NSPrivacyCollectedDataTypeTracking"]]
    yield from expect(not tracked, "something is collected for tracking")


def check_launch(document):
    yield from expect(document.get("launchScreen") == "YES", "it is not a launch screen")
    yield from expect(document.find(".//label") is None, "the launch screen shows text")


def check_service(unit):
    service = unit["Service"]
    for key, value in SERVICE.items():
        yield from expect(service.get(key) == value, f"{key} is not '{value}'")
    yield from expect(service.get("User") not in (None, "root"), "the hub would run as root")
    yield from expect("--listen 127.0.0.1:" in service.get("ExecStart", ""), "the hub would listen beyond loopback")


def check_entry(entry):
    section = entry["Desktop Entry"]
    yield from expect(section.get("Type") == "Application" and section.get("Exec") == "doorstep", "it starts something else")


def check_metainfo(component):
    name = component.findtext("launchable")
    yield from expect(name == "org.doorstep.Doorstep.desktop", f"it launches {name}")
    yield from expect(component.findtext("provides/binary") == "doorstep", "it does not provide doorstep")


FILES = {
    "android/AndroidManifest.xml": (read_xml, check_manifest),
    "android/res/xml/data_extraction_rules.xml": (read_xml, check_extraction),
    "android/res/xml/network_security_config.xml": (read_xml, check_network),
    "android/src/org/doorstep/app/DoorstepActivity.java": (lambda file: file.read_text(encoding="utf-8"), check_activity),
    "ios/Info.plist": (read_plist, check_info),
    "ios/PrivacyInfo.xcprivacy": (read_plist, check_privacy),
    "ios/LaunchScreen.storyboard": (read_xml, check_launch),
    "linux/doorstep-hub.service": (read_ini, check_service),
    "linux/org.doorstep.Doorstep.desktop": (read_ini, check_entry),
    "linux/org.doorstep.Doorstep.metainfo.xml": (read_xml, check_metainfo),
}


def check_file(file, read, check):
    try:
        return list(check(read(file)))
    except (OSError, ValueError, KeyError, AttributeError, TypeError, ElementTree.ParseError, configparser.Error) as error:
        return [f"cannot be read as it should: {error!r}"]


def check_all(platform):
    return [f"platform/{name}: {words}" for name, (read, check) in FILES.items()
            for words in check_file(platform / name, read, check)]


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    findings = check_all(root / "platform")
    print(*findings, f"read {len(FILES)} files, {len(findings)} findings", sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
