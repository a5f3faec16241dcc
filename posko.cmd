@echo off
rem Posko from its sources on Windows: builds what is missing, then opens the console, runs a command, or the tests.
setlocal EnableExtensions EnableDelayedExpansion
set "HERE=%~dp0"
set "PRODUCT=%HERE%releng\id.posko.product\target\products\id.posko.product\win32\win32\x86_64"
if not defined POSKO_DATA set "POSKO_DATA=%LOCALAPPDATA%\Posko"
set "LANGUAGE=id"
if exist "%POSKO_DATA%\language" set /p LANGUAGE=<"%POSKO_DATA%\language"

call :find_jdk
if not defined JAVA_HOME (
	echo posko: JDK 25 atau lebih baru tidak ditemukan. Pasang Temurin JDK 25, atau isi JAVA_HOME. 1>&2
	exit /b 3
)
set "COMMAND="
set "PREVIOUS="
for %%A in (%*) do (
	if "!PREVIOUS!"=="--data" (set "POSKO_DATA=%%~fA") else if "!PREVIOUS!"=="--lang" (set "LANGUAGE=%%~A") else if not defined COMMAND (
		set "WORD=%%~A"
		if not "!WORD:~0,2!"=="--" set "COMMAND=%%~A"
	)
	set "PREVIOUS=%%~A"
)
if "%COMMAND%"=="test" (
	call "%HERE%mvnw.cmd" -B -ntp -f "%HERE%pom.xml" verify
	exit /b !ERRORLEVEL!
)
if not exist "%PRODUCT%\plugins" (
	echo posko: menyusun Posko, yang pertama kali beberapa menit ... 1>&2
	call "%HERE%mvnw.cmd" -q -B -ntp -f "%HERE%pom.xml" -Dmaven.test.skip=true -pl "!bundles/id.posko.tests" package || exit /b 3
)
for %%J in ("%PRODUCT%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%J"
set "START="%JAVA_HOME%\bin\java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR -Dosgi.locking=none "-Djava.util.logging.config.file=%PRODUCT%\logging.properties" "-Dposko.data=%POSKO_DATA%" -jar "%LAUNCHER%" -nosplash -nl %LANGUAGE%"
set "HEADLESS=-application id.posko.cli.commands"
if not defined COMMAND set "HEADLESS="
if "%COMMAND%"=="demo" (echo %* | find "--headless" >nul || set "HEADLESS=")
if defined HEADLESS (%START% %HEADLESS% %*) else (%START% -data "%POSKO_DATA%\window" %*)
exit /b %ERRORLEVEL%

:find_jdk
call :accept "%JAVA_HOME%" && exit /b
for /f "delims=" %%J in ('where java 2^>nul') do call :accept "%%~dpJ.." && exit /b
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do call :accept "%%~D" && exit /b
set "JAVA_HOME="
exit /b 1

:accept
if not exist "%~1\bin\javac.exe" exit /b 1
set "VERSION=0"
for /f "tokens=2 delims=^=." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~V"
set "VERSION=%VERSION:"=%"
if %VERSION% LSS 25 exit /b 1
set "JAVA_HOME=%~f1"
exit /b 0
