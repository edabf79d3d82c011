"""The part of script/test-mail that talks: starts a Postfix of its own, sends, and reads what arrived."""

import base64, email, email.policy, glob, json, os, pwd, shutil, signal, socket, socketserver, subprocess, sys, tempfile, threading, time

concord = os.path.abspath(sys.argv[1])
work = tempfile.mkdtemp(prefix="concord-mail-")
os.chmod(work, 0o755)
data, folder = work + "/data", work + "/postfix"
password = base64.b64encode(os.urandom(12)).decode()
environment = {**os.environ, "CONCORD_PASSWORD": password}
environment.pop("CONCORD_TOKEN", None)
problems = []


def check(what, good, why=""):
    print(("ok       " if good else "PROBLEM  ") + what + ("" if good else ": %s" % (why,)))
    if not good:
        problems.append(what)


def run(*arguments, status=0, text=None):
    done = subprocess.run([concord, *arguments, "--data", data], capture_output=True, env=environment, input=text, timeout=120)
    out = done.stdout.decode()
    if done.returncode != status:
        check("concord " + " ".join(arguments), False, "%d: %s%s" % (done.returncode, out, done.stderr.decode()))
    return out


def ports(count):
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    numbers = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return numbers


class Passwords(socketserver.StreamRequestHandler):
    """Whom Postfix asks about passwords, in the protocol that Dovecot speaks (version 1)."""

    def handle(self):
        self.wfile.write(b"VERSION\t1\t1\nMECH\tPLAIN\tplaintext\nMECH\tLOGIN\tplaintext\nSPID\t1\nCUID\t1\nCOOKIE\t%s\nDONE\n" % (b"0" * 32))
        for line in self.rfile:
            words = line.rstrip(b"\n").split(b"\t")
            if words[0] != b"AUTH":
                continue
            said = [word[5:] for word in words if word.startswith(b"resp=")]
            good = said and base64.b64decode(said[0]) == b"\0cirt\0" + password.encode()
            self.wfile.write((b"OK\t%s\tuser=cirt\n" if good else b"FAIL\t%s\tuser=cirt\n") % words[1])


def postfix():
    """Writes the settings of an instance that knows nothing of the machine's, and starts it."""
    for place in ("queue", "state", "mail"):
        os.makedirs("%s/%s" % (folder, place))
    owner, nobody = pwd.getpwnam("postfix"), pwd.getpwnam("nobody")
    os.chown(folder + "/state", owner.pw_uid, owner.pw_gid)
    os.chown(folder + "/mail", nobody.pw_uid, nobody.pw_gid)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", folder + "/key.pem", "-out", folder + "/certificate.pem"],
        check=True, capture_output=True)
    with open(folder + "/mailboxes", "w") as file:
        for name in ("amina@cirt.example", "lena@cirt.example", "bounces@valdoria.example", "cirt@valdoria.example"):
            file.write("%s %s/\n" % (name, name.split("@")[0]))
        file.write("late@cirt.example late/\n")
    with open(folder + "/transport", "w") as file:
        file.write("late@cirt.example gone:\n")
    with open(folder + "/main.cf", "w") as file:
        for name, value in {
            "compatibility_level": "3.6", "queue_directory": folder + "/queue", "data_directory": folder + "/state",
            "command_directory": "/usr/sbin", "daemon_directory": "/usr/lib/postfix/sbin", "shlib_directory": "/usr/lib/postfix",
            "meta_directory": "/etc/postfix", "mail_owner": "postfix", "setgid_group": "postdrop", "inet_interfaces": "127.0.0.1",
            "inet_protocols": "ipv4", "myhostname": "mail.valdoria.example", "mydestination": "", "mynetworks": "",
            "virtual_mailbox_domains": "cirt.example valdoria.example", "virtual_mailbox_base": folder + "/mail",
            "virtual_mailbox_maps": "texthash:%s/mailboxes" % folder, "virtual_uid_maps": "static:%d" % nobody.pw_uid,
            "virtual_gid_maps": "static:%d" % nobody.pw_gid, "virtual_minimum_uid": "1", "recipient_delimiter": "+",
            "transport_maps": "texthash:%s/transport" % folder, "alias_maps": "", "alias_database": "", "local_recipient_maps": "",
            "smtpd_tls_cert_file": folder + "/certificate.pem", "smtpd_tls_key_file": folder + "/key.pem",
            "smtpd_tls_security_level": "encrypt", "smtpd_sasl_auth_enable": "yes", "smtpd_sasl_type": "dovecot",
            "smtpd_sasl_path": "private/auth", "smtpd_tls_auth_only": "yes",
            "smtpd_relay_restrictions": "permit_sasl_authenticated, reject", "smtpd_client_restrictions": "", "smtputf8_enable": "yes",
            "smtputf8_autodetect_classes": "all", "maillog_file": folder + "/log", "maillog_file_prefixes": folder, "default_transport": "error:elsewhere",
            "relay_transport": "error:elsewhere", "import_environment": "MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ LANG=C PATH",
        }.items():
            file.write("%s = %s\n" % (name, value))
    services = "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\ntlsmgr unix - - n 1000? 1 tlsmgr\n"
    services += "rewrite unix - - n - - trivial-rewrite\nproxymap unix - - n - - proxymap\nanvil unix - - n - 1 anvil\n"
    services += "virtual unix - n n - - virtual\nerror unix - - n - - error\nretry unix - - n - - error\nshowq unix n - n - - showq\n"
    services += "flush unix n - n 1000? 0 flush\npostlog unix-dgram n - n - 1 postlogd\n"
    services += "".join("%s unix - - n - 0 bounce\n" % name for name in ("bounce", "defer", "trace"))
    # A program that takes letters and knows nobody (sysexits.h: EX_NOUSER).
    services += "gone unix - n n - - pipe\n  user=nobody argv=%s/gone\n" % work
    with open(work + "/gone", "w") as file:
        file.write("#!/bin/sh\nexit 67\n")
    os.chmod(work + "/gone", 0o755)
    services += "127.0.0.1:%d inet n - n - - smtpd\n127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_wrappermode=yes\n" % (submission, smtps)
    services += "127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_security_level=none -o smtpd_sasl_auth_enable=no\n" % plain
    with open(folder + "/master.cf", "w") as file:
        file.write(services)
    # A program of that name which knows this instance; the letter is put where only it looks.
    with open(work + "/sendmail", "w") as file:
        file.write("#!/bin/sh\nexec /usr/sbin/sendmail -C %s \"$@\"\n" % folder)
    os.chmod(work + "/sendmail", 0o755)
    done = subprocess.run(["postfix", "-c", folder, "start"], capture_output=True, text=True)
    if done.returncode:
        sys.exit("Postfix does not start: %s%s" % (done.stderr, log()))
    asked = socketserver.ThreadingUnixStreamServer(folder + "/queue/private/auth", Passwords)
    asked.daemon_threads = True
    os.chmod(folder + "/queue/private/auth", 0o666)
    threading.Thread(target=asked.serve_forever, daemon=True).start()


def log():
    try:
        with open(folder + "/log") as file:
            return file.read()[-4000:]
    except OSError:
        return ""


def arrived(name, seconds=30):
    """The next letter in a mailbox, as bytes; it is taken out."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for path in sorted(glob.glob("%s/mail/%s/new/*" % (folder, name))):
            with open(path, "rb") as file:
                found = file.read()
            os.unlink(path)
            return found
        time.sleep(0.1)
    check("a letter for %s arrives" % name, False, log())
    sys.exit(1)


LETTERS = [
    ("A plain letter", "Good morning.\n.\n..\nFrom here on nothing changes.\n", None),
    ("تنبيه: ثغرة حرجة في خادم البريد، يرجى التحديث فورًا قبل نهاية اليوم", "كتب هذه الرسالة برنامج البوابة.\n\nسطر ثان\n", None),
    ("Événement à signaler : l’accès reste ouvert depuis hier, merci d’agir avant midi", "L’accès reste ouvert = oui.\n" + "très long " * 300 + "\n", None),
    ("漢字" * 60, "x" * 5000 + "\n" + "文" * 400 + "\n", None),
    ("With headings", "Plain.\n", "<h1>Événement</h1>\n" + "<p>" + "é" * 2000 + "</p>\n"),
    ("Spaces  and =?utf-8?Q?words?= and " + "a" * 100, "ends with spaces   \n\ttab\t\n" + "." * 300 + "\n.\n", None),
]


def send(letter, to="amina@cirt.example", status=0):
    subject, text, html = letter
    arguments = ["mail", "send", "--json", "--to", to, "--name", "Amina Haddad, أمينة", "--subject", subject, "--text-file", "-"]
    if html is not None:
        with open(work + "/html", "w") as file:
            file.write(html)
        arguments += ["--html-file", work + "/html"]
    return json.loads(run(*arguments, status=status, text=text.encode()))


def compare(letter, raw, way, sent):
    subject, text, html = letter
    # As it travelled: what the server added stands before, with LF for CR LF.
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    check("%s: subject of %r" % (way, subject[:20]), parsed["Subject"] == subject, parsed["Subject"])
    check("%s: names" % way, [a.addr_spec for a in parsed["To"].addresses] == ["amina@cirt.example"]
          and parsed["To"].addresses[0].display_name == "Amina Haddad, أمينة" and parsed["From"].addresses[0].display_name == "CIRT Valdoria", str(parsed["To"]))
    # A text travels with CR LF, and what is coded comes out so (RFC 2046 §4.1.1).
    found = parsed.get_body(("plain",)).get_content().replace("\r\n", "\n")
    # The end of a part's last line is its border's (RFC 2046 §5.1.1).
    check("%s: text of %r" % (way, subject[:20]), found.rstrip("\n") == text.rstrip("\n"), repr(found[:200]))
    if html is not None:
        check("%s: html" % way, parsed.get_body(("html",)).get_content().replace("\r\n", "\n").rstrip("\n") == html.rstrip("\n"))
        check("%s: two parts, the plain one first" % way, [p.get_content_type() for p in parsed.iter_parts()] == ["text/plain", "text/html"])
    check("%s: no defects" % way, not parsed.defects and not any(p.defects for p in parsed.walk()), parsed.defects)
    check("%s: its name bears its secret" % way, parsed["Message-ID"] == "<%s@valdoria.example>" % sent["id"])
    check("%s: nobody answers by program" % way, parsed["Auto-Submitted"] == "auto-generated")
    if way != "sendmail":
        check("%s: encrypted, and by somebody who is known" % way, "with ESMTPSA" in parsed["Received"], parsed["Received"])
    check("%s: lines are short" % way, all(len(line) <= 78 for line in raw.split(b"\n\n", 1)[1].split(b"\n")))
    check("%s: failures come back to a word of its own" % way, parsed["Return-Path"] == "<bounces+%s@valdoria.example>" % sent["id"], parsed["Return-Path"])


def main():
    run("init", "--name", "CIRT Valdoria")
    common = ["--from", "cirt@valdoria.example", "--bounces", "bounces@valdoria.example"]
    trusted = ["--authority", folder + "/certificate.pem", "--inner-network", "--user", "cirt"]
    for way, place, options in [
        ("STARTTLS", "smtp://localhost:%d" % submission, trusted), ("smtps", "smtps://localhost:%d" % smtps, trusted),
        ("sendmail", "sendmail:%s/sendmail" % work, []),
    ]:
        run("mail", "server", place, *common, *options)
        for letter in LETTERS:
            sent = send(letter)
            check("%s: %r is taken" % (way, letter[0][:20]), sent["state"] == "sent", sent)
            compare(letter, arrived("amina"), way, sent)

    run("mail", "server", "smtp://localhost:%d" % submission, *common, *trusted)
    refused = send(LETTERS[0], "nobody@cirt.example", status=1)
    check("a recipient who is not known is refused at once", refused["state"] == "failed" and refused["status"] == "5.1.1", refused)
    held = json.loads(run("mail", "--json"))["heldBack"]
    check("and held back", [one["address"] for one in held] == ["nobody@cirt.example"], held)
    run("mail", "send", "--to", "Nobody@cirt.example", status=64)
    run("mail", "free", "nobody@cirt.example")
    check("and freed", json.loads(run("mail", "--json"))["heldBack"] == [])

    # Taken, and given up afterwards: a report comes back to the word behind the plus.
    sent = send(LETTERS[1], "late@cirt.example")
    check("a letter is taken that can't be delivered", sent["state"] == "sent", sent)
    report = arrived("bounces")
    stranger = report.replace(sent["id"].encode(), b"0" * 32)
    check("a report without the secret is not believed", run("mail", "bounce", "--json", text=stranger) == "")
    noted = json.loads(run("mail", "bounce", "--json", text=report))
    check("the report is noted", noted["action"] == "failed" and noted["to"] == "late@cirt.example" and noted["id"] == sent["id"], noted)
    state = json.loads(run("mail", "--json", "--letters"))
    check("and the letter came back", state["bounced"] == 1 and state["letters"][0]["state"] == "bounced", state)
    check("and its address is held back", [one["address"] for one in state["heldBack"]] == ["late@cirt.example"], (state["heldBack"], noted))
    check("what is no report is passed over", run("mail", "bounce", "--json", text=b"Subject: holiday\n\nI am away.\n") == "")

    # What must not be trusted, or said in the clear.
    def fails(what, place, *options, says):
        run("mail", "server", place, *common, *options)
        waits = run("mail", "send", "--to", "amina@cirt.example", status=1)
        check(what, says in waits, waits)

    fails("a certificate that nobody here trusts", "smtps://localhost:%d" % smtps, "--inner-network", "--user", "cirt", says="not signed by anybody trusted")
    fails("a certificate for another name", "smtps://127.0.0.1:%d" % smtps, *trusted, says="another name")
    fails("a server that offers no encryption", "smtp://localhost:%d" % plain, "--authority", folder + "/certificate.pem", "--inner-network", says="no encryption")
    environment["CONCORD_PASSWORD"] = "wrong"
    fails("a wrong password", "smtp://localhost:%d" % submission, *trusted, says="does not know user and password")
    environment["CONCORD_PASSWORD"] = password
    fails("nobody without a password relays", "smtp://localhost:%d" % submission, "--authority", folder + "/certificate.pem", "--inner-network", says="554")
    run("mail", "server", "smtps://localhost:%d" % smtps, *common, "--user", "cirt", status=64)
    check("no secret and no text is left in the database", all(
        secret not in open(data + "/concord.db", "rb").read() for secret in ["كتب هذه الرسالة".encode()]))


submission, smtps, plain = ports(3)
try:
    postfix()
    main()
finally:
    subprocess.run(["postfix", "-c", folder, "abort"], capture_output=True)
    if os.environ.get("CONCORD_KEEP"):
        print("kept: " + work)
    else:
        shutil.rmtree(work, ignore_errors=True)
if problems:
    sys.exit("%d problems" % len(problems))
print("every letter arrived as it was written")
