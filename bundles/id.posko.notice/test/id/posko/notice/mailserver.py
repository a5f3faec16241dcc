# A mail server of Debian's python3-aiosmtpd: PORT none|starttls|tls CERT KEY FOLDER
import email, email.policy, os, ssl, sys, asyncio
from aiosmtpd.smtp import SMTP, AuthResult

port, security, cert, key, folder = int(sys.argv[1]), *sys.argv[2:6]
count = 0

def note(line):
    with open(os.path.join(folder, "log"), "a", encoding="utf-8") as log:
        log.write(line + "\n")

class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        for word in ("450", "550"):
            if address.startswith("r" + word):
                return word + " 5.1.1 not this one"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        if os.path.exists(os.path.join(folder, "busy")):
            note("busy")
            return "451 4.3.2 come back later"
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        lines = ["secure\t" + str(server.transport.get_extra_info("sslcontext") is not None), "to\t" + ",".join(envelope.rcpt_tos),
                 "defects\t" + str(mail.defects + [d for h in mail.values() for d in h.defects])]
        for name in mail.keys():
            lines.append(name.lower() + "\t" + str(mail[name]).replace("\r", "").replace("\n", "\\n"))
        lines.append("text\t" + mail.get_content().replace("\r", "").replace("\n", "\\n"))
        count += 1
        with open(os.path.join(folder, "mail%d" % count), "w", encoding="utf-8") as out:
            out.write("\n".join(lines))
        return "250 OK"

def authenticate(server, session, envelope, mechanism, data):
    note("login " + mechanism)
    return AuthResult(handled=False, success=data.login == b"posko" and data.password == b"rahasia")

context = None
if security != "none":
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)

def session():
    return SMTP(Handler(), hostname="mail.example", tls_context=context if security == "starttls" else None,
                require_starttls=security == "starttls", authenticator=authenticate if security != "none" else None,
                auth_required=security != "none", auth_require_tls=security == "starttls")

async def main():
    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", port,
                                                            ssl=context if security == "tls" else None)
    note("ready")
    await server.serve_forever()

asyncio.run(main())
